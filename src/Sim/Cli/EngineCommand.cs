using System.CommandLine;
using TwoDoors.Sim.Explore.Programs;
using TwoDoors.Sim.Explore.Threads;
using TwoDoors.Sim.Report;
using TwoDoors.Sim.Scenarios;
using TwoDoors.Sim.Scenarios.Threads;

namespace TwoDoors.Sim.Cli;

/// <summary><c>twodoors engine</c>: the searches on programs of which something exact is known.</summary>
internal sealed class EngineCommand : ExampleCommand
{
    private const string Examples =
        """
        twodoors engine --list
        twodoors engine lastzero 10 --count
        twodoors engine filter 4 --strategy stateful --count
        twodoors engine reorder 9 1 --strategy dfs --executions 5000 --spawn
        twodoors engine twostage --trials 20 --executions 10000 --seed 7
        twodoors engine account --show
        twodoors engine scenarios/threads/twostage.yaml --count
        """;

    private readonly Argument<string[]> program = new("PROGRAM")
    {
        Description = "A program of the catalogue and its numbers, or a scenario file of system threads.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> list = new("--list") { Description = "Lists the catalogue." };
    private readonly Option<bool> show = new("--show") { Description = "Prints the text of the program." };
    private readonly Option<bool> spawn = new("--spawn")
    {
        Description = "A main thread spawns the others in their order; each spawn is an event.",
    };

    private readonly EngineOptions options = new();

    /// <summary>Makes the command.</summary>
    public EngineCommand(Surroundings here)
        : base("engine", "Runs a search on a small program of threads, and counts.", Examples, here)
    {
        Add(program);
        Add(list);
        Add(show);
        Add(spawn);
        options.AddTo(this);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments)
    {
        if (arguments.GetValue(list))
            return List();
        ProgramText text = Read(arguments.GetValue(program) ?? []);
        if (arguments.GetValue(spawn))
            text = Spawning.From(text);
        if (arguments.GetValue(show))
        {
            Here.Out.Write(ProgramWriter.Write(text));
            return ExitCode.Expected;
        }

        EngineRun run = options.Read(arguments, text.Compile(), Here.Processors);
        new EnginePrinter(Here).Print(run);
        return ExitCode.Expected;
    }

    private int List()
    {
        TextTable table = new("program", "what");
        foreach (CatalogueProgram one in Catalogue.All)
            table.Add(one.Usage, one.Says);
        table.Write(Here);
        Here.Out.WriteLine();
        table = new("strategy", "what");
        foreach (ThreadSearch search in ThreadSearches.All)
            table.Add(search.Name, search.Says);
        table.Write(Here);
        return ExitCode.Expected;
    }

    private ProgramText ReadFile(string file)
    {
        Scenario scenario = ScenarioSet.LoadFile(Here, file, []);
        return scenario.Subject.Program is null
            ? throw new ScenarioException(
                scenario.File.System.At, $"expected a scenario of system threads, found {scenario.File.System.Text}")
            : ThreadsSystem.Read(scenario.File) with
            {
                DeadlockFails = scenario.Subject.Program.DeadlockFails,
                RunsForever = scenario.Subject.Program.RunsForever,
                Eventually = scenario.Subject.Program.Eventually?.Text,
            };
    }

    private ProgramText Read(string[] words)
    {
        if (words.Length == 0)
            throw new ScenarioException(new("engine", 0, 0), "expected a program; engine --list names them");
        if (words.Length == 1 && RealFiles.IsFile(Path.Combine(Here.Folder, words[0])))
            return ReadFile(words[0]);
        CatalogueProgram found = Catalogue.Find(words[0]) ?? throw new ScenarioException(
            new(words[0], 0, 0), $"no such program{Nearest.Hint(words[0], Catalogue.Names)}");
        if (words.Length - 1 > found.Parameters.Count)
        {
            throw new ScenarioException(
                new(string.Join(' ', words), 0, 0), $"expected at most {found.Usage}; {words[^1]} is too much");
        }

        return found.Build([.. found.Parameters.Select((parameter, i) => ScenarioArguments.Whole(
            parameter.Name, words.ElementAtOrDefault(i + 1), parameter.Least, parameter.Most) ?? parameter.Usual)]);
    }
}
