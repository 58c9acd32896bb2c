using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>Repeats a schedule of a program of threads, for people.</summary>
public static class ThreadReplay
{
    /// <summary>The claim that every failure but a deadlock breaks.</summary>
    public const string NoFailure = "no-failure";

    /// <summary>The claim that a deadlock breaks.</summary>
    public const string NoDeadlock = "no-deadlock";

    /// <summary>What happened, step by step.</summary>
    /// <param name="program">What ran.</param>
    /// <param name="schedule">Which thread made each step, by number.</param>
    public static Timeline TimelineOf(ThreadProgram program, IReadOnlyList<int> schedule)
    {
        ThreadMachine machine = new(program);
        List<TimelineEntry> entries = [];
        foreach (int thread in schedule)
        {
            string label = machine.LabelOf(thread);
            string found = machine.StepAndTell(thread);
            string name = program.Threads[thread].Name;
            entries.Add(new TimelineEntry(TraceKind.Step, 1, machine.Steps, name, label, found, [], [], null));
        }

        (string? violates, string? says) = BrokenAt(machine);
        return new Timeline(entries, violates, says, []);
    }

    /// <summary>The claim that is broken at the end of an execution, and what is wrong; or null.</summary>
    internal static (string? Violates, string? Says) BrokenAt(ThreadMachine machine)
    {
        if (machine.Failure is { } failure)
            return (NoFailure, failure);
        return machine.Program.DeadlockFails && machine.IsDeadlocked
            ? (NoDeadlock, machine.DescribeDeadlock())
            : (null, null);
    }
}
