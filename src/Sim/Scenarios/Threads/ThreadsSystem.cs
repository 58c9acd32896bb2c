using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Scenarios.Threads;

/// <summary>A few threads over shared variables and mutexes, written in the scenario itself. Grammar:
/// docs/threads.md.</summary>
public sealed class ThreadsSystem : ISystem
{
    /// <inheritdoc/>
    public string Name => "threads";

    /// <inheritdoc/>
    public bool HasHost => false;

    /// <summary>Reads the program of a scenario.</summary>
    /// <exception cref="ScenarioException">There is a mistake in it.</exception>
    public static ProgramText Read(ScenarioFile file) => Read(file, out _);

    /// <inheritdoc/>
    public Subject Build(ScenarioFile file)
    {
        ProgramText program = Read(file, out IReadOnlyList<ThreadSource> sources);
        return file.SubjectOf(Compile(program, sources), ThreadSubject.Claims(program));
    }

    private static ProgramText Read(ScenarioFile file, out IReadOnlyList<ThreadSource> sources)
    {
        Fields keys = file.Keys;
        SharedNames names = new();
        List<KeyValuePair<string, int[]>> variables = [];
        List<string> arrays = [];
        foreach (Entry entry in Entries(keys, "variables"))
        {
            names.Add(entry.At, entry.Key);
            variables.Add(new(entry.Key, SharedNames.Initial(entry)));
            if (entry.Value is Sequence)
                arrays.Add(entry.Key);
        }

        IReadOnlyList<KeyValuePair<string, int>> mutexes = names.Mutexes(keys);
        List<ThreadSource> found = Sources(keys);
        string[] threads = [.. found.Select(source => source.Name)];
        IReadOnlyList<string> spawned = keys.Words("spawned", threads);
        ProgramText program = new(
            file.Name,
            [.. found.Select(one => new ThreadText(one.Name, one.Text, spawned.Contains(one.Name)))])
        {
            Variables = variables,
            Arrays = arrays,
            Mutexes = mutexes,
            DeadlockFails = ThreadKeys.Fails(keys, "deadlock"),
            RunsForever = !ThreadKeys.Fails(keys, "livelock"),
            Eventually = keys.TextOrNull("eventually"),
        };
        if (program.Eventually is not null)
            found.Add(ThreadSource.Of(new Entry(keys.At, "", keys.Node("eventually", "a condition"))));
        sources = found;
        return program;
    }

    private static ThreadProgram Compile(ProgramText program, IReadOnlyList<ThreadSource> sources)
    {
        try
        {
            return program.Compile();
        }
        catch (ThreadTextException mistake)
        {
            ThreadSource source = sources.First(one => one.Name == mistake.Thread);
            throw new ScenarioException(source.PlaceOf(mistake.Line, mistake.Column), mistake.Mistake);
        }
    }

    private static List<ThreadSource> Sources(Fields keys)
    {
        keys.Node("threads", "names with their steps");
        List<ThreadSource> sources = [];
        foreach (Entry entry in Entries(keys, "threads"))
        {
            SharedNames.Check(entry.At, entry.Key);
            sources.Add(ThreadSource.Of(entry));
        }

        return sources.Count > 0 ? sources : throw keys.Wrong("threads", "expected at least one thread");
    }

    private static IReadOnlyList<Entry> Entries(Fields keys, string key)
    {
        if (keys.NodeOrNull(key) is not { } node)
            return [];
        return node is Mapping mapping
            ? mapping.Entries
            : throw keys.Wrong(key, $"expected names and their values, found {node.Kind}");
    }
}
