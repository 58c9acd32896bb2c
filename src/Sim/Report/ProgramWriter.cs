using System.Text;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Report;

/// <summary>A program of threads as the text of a scenario.</summary>
public static class ProgramWriter
{
    /// <summary>The text of a file.</summary>
    public static string Write(ProgramText program)
    {
        StringBuilder text = new();
        text.Append($"scenario: {ScenarioName(program.Name)}\n");
        text.Append($"claim: No schedule of {program.Name} fails.\n");
        text.Append("system: threads\n");
        if (program.Variables.Count > 0)
            text.Append("variables:\n");
        foreach (KeyValuePair<string, int[]> variable in program.Variables)
            text.Append($"  {variable.Key}: {Initial(program, variable)}\n");
        AppendMutexes(text, program);
        text.Append("threads:\n");
        foreach (ThreadText thread in program.Threads)
            AppendThread(text, thread);
        string[] spawned = [.. program.Threads.Where(thread => thread.Spawned).Select(thread => thread.Name)];
        if (spawned.Length > 0)
            text.Append($"spawned: [{string.Join(", ", spawned)}]\n");
        text.Append($"deadlock: {(program.DeadlockFails ? "fails" : "allowed")}\n");
        if (program.RunsForever)
            text.Append("livelock: allowed\n");
        if (program.Eventually is { } condition)
            text.Append($"eventually: \"{condition}\"\n");
        text.Append("expect: holds\n");
        return text.ToString();
    }

    /// <summary>The name of a program as scenarios have names; one that has a slash is such a name.</summary>
    public static string ScenarioName(string program)
    {
        if (program.Contains('/', StringComparison.Ordinal))
            return program;
        StringBuilder name = new("engine/");
        foreach (char c in program)
        {
            if (char.IsAsciiLetterOrDigit(c))
                name.Append(char.ToLowerInvariant(c));
            else if (name[^1] is not ('-' or '/'))
                name.Append('-');
        }

        return name.ToString().TrimEnd('-');
    }

    private static string Initial(ProgramText program, KeyValuePair<string, int[]> variable) =>
        variable.Value.Length == 1 && !program.Arrays.Contains(variable.Key)
            ? $"{variable.Value[0]}"
            : $"[{string.Join(", ", variable.Value)}]";

    private static void AppendMutexes(StringBuilder text, ProgramText program)
    {
        string[] plain = [.. program.Mutexes.Where(mutex => mutex.Value == 0).Select(mutex => mutex.Key)];
        if (program.Mutexes.Count > 0 && plain.Length == program.Mutexes.Count)
        {
            text.Append($"mutexes: [{string.Join(", ", plain)}]\n");
            return;
        }

        if (program.Mutexes.Count > 0)
            text.Append("mutexes:\n");
        foreach (KeyValuePair<string, int> mutex in program.Mutexes)
            text.Append($"  {mutex.Key}: {mutex.Value}\n");
    }

    private static void AppendThread(StringBuilder text, ThreadText thread)
    {
        text.Append($"  {thread.Name}: |\n");
        foreach (string line in thread.Text.TrimEnd().Split('\n'))
            text.Append($"    {line.TrimEnd()}\n");
    }
}
