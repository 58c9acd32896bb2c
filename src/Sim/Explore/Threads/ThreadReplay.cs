using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore.Liveness;
using TwoDoors.Sim.Explore.Strategies;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>Repeats executions of a program of threads, for people.</summary>
public static class ThreadReplay
{
    /// <summary>What happened under a schedule, step by step.</summary>
    /// <param name="program">What ran.</param>
    /// <param name="schedule">Which thread made each step, by number.</param>
    public static Timeline TimelineOf(ThreadProgram program, IReadOnlyList<int> schedule)
    {
        ThreadMachine machine = new(program);
        List<TimelineEntry> entries = [];
        foreach (int thread in schedule.TakeWhile(_ => machine.Failure is null))
            entries.Add(Step(machine, thread));
        return Finished(machine, entries, schedule);
    }

    /// <summary>A schedule as a trace.</summary>
    public static Trace TraceOf(
        string scenario, IReadOnlyList<KeyValuePair<string, string>> settings, Timeline timeline) => new(
            scenario,
            settings,
            timeline.Violates,
            timeline.Says,
            EntriesOf(timeline));

    /// <summary>The answers of a schedule; a step that is not possible ends them.</summary>
    public static AnswerTape TapeOf(ThreadProgram program, IReadOnlyList<int> schedule)
    {
        ThreadMachine machine = new(program);
        AnswerTape tape = new();
        foreach (int thread in schedule)
        {
            int index = 0;
            while (index < machine.Count && machine[index] != thread)
                index++;
            if (index == machine.Count)
                break;
            tape.Add(TurnOrder.AnswerOf(machine, index));
            machine.Step(thread);
        }

        return tape;
    }

    /// <summary>Repeats a trace by its tape, as far as the trace goes: it may be the beginning of an endless
    /// execution.</summary>
    internal static ReplayResult ReplayTape(ThreadProgram program, Trace trace, AnswerTape tape)
    {
        ThreadMachine machine = new(program);
        TapeStrategy answers = new(tape);
        List<TimelineEntry> entries = [];
        List<int> schedule = [];
        answers.Begin(0, 0);
        while (machine.Count > 0 && answers.Divergence is null && entries.Count < trace.Entries.Count)
        {
            int index = answers.Choose(machine);
            if (answers.Divergence is not null)
                break;
            schedule.Add(machine[index]);
            entries.Add(Step(machine, schedule[^1]));
        }

        Timeline timeline = Finished(machine, entries, schedule);
        string? question = answers.Divergence ?? (answers.IsAtEnd ? null : TapeReplay.TooLong);
        return TapeReplay.Held(timeline, EntriesOf(timeline), trace, question);
    }

    /// <summary>Repeats a trace by label.</summary>
    public static ReplayResult Replay(ThreadProgram program, Trace trace)
    {
        ThreadMachine machine = new(program);
        List<TimelineEntry> entries = [];
        List<int> schedule = [];
        for (int i = 0; i < trace.Entries.Count; i++)
        {
            if (Difference(machine, trace.Entries[i]) is { } difference)
                return new ReplayResult(Finished(machine, entries, schedule), $"entry {i + 1}: {difference}");
            schedule.Add(NumberOf(program, trace.Entries[i].Who));
            entries.Add(Step(machine, schedule[^1]));
        }

        return new ReplayResult(Finished(machine, entries, schedule), null);
    }

    /// <summary>The threads of the steps of a trace, as far as there are such threads.</summary>
    internal static IReadOnlyList<int> ScheduleOf(ThreadProgram program, Trace trace) =>
        [.. trace.Entries.Select(entry => NumberOf(program, entry.Who)).Where(thread => thread >= 0)];

    /// <summary>The claim that is broken at the end of an execution, and what is wrong; or null.</summary>
    internal static (string? Violates, string? Says) BrokenAt(ThreadMachine machine)
    {
        if (machine.Failure is { } failure)
            return (ThreadSubject.NoFailure, failure);
        return machine.Program.DeadlockFails && machine.IsDeadlocked
            ? (ThreadSubject.NoDeadlock, machine.DescribeDeadlock())
            : (null, null);
    }

    private static string? Difference(ThreadMachine machine, TraceEntry entry)
    {
        if (entry.Kind != TraceKind.Step)
            return $"expected a step of a thread, found {entry.Who}: threads have no crashes and no other choices";
        int thread = NumberOf(machine.Program, entry.Who);
        if (thread < 0)
            return $"there is no thread '{entry.Who}'";
        if (machine.Failure is { } failure)
            return $"expected '{entry.What}' of {entry.Who}, but the execution has failed: {failure}";
        if (!machine.IsAlive(thread))
            return $"expected '{entry.What}' of {entry.Who}, which was not started or has ended";
        string met = machine.LabelOf(thread);
        if (met != entry.What)
            return $"expected '{entry.What}' of {entry.Who}, met '{met}'";
        return machine.CanRun(thread) ? null : $"{entry.Who} has to wait before '{met}'";
    }

    private static IReadOnlyList<TraceEntry> EntriesOf(Timeline timeline) =>
        [.. timeline.Entries.Select(entry => TraceEntry.Step(entry.Who, entry.What))];

    private static TimelineEntry Step(ThreadMachine machine, int thread)
    {
        string label = machine.LabelOf(thread);
        string found = machine.StepAndTell(thread);
        string name = machine.Program.Threads[thread].Name;
        return new TimelineEntry(TraceKind.Step, 1, machine.Steps, name, label, found, [], [], null);
    }

    private static Timeline Finished(
        ThreadMachine machine, IReadOnlyList<TimelineEntry> entries, IReadOnlyList<int> schedule)
    {
        (string? violates, string? says) = BrokenAt(machine);
        if (violates is null && LivenessCheck.Of(machine.Program, schedule) is { } broken)
            (violates, says) = broken;
        return new Timeline(entries, violates, says, []) { IsOfThreads = true };
    }

    private static int NumberOf(ThreadProgram program, string name)
    {
        for (int thread = 0; thread < program.Threads.Count; thread++)
        {
            if (program.Threads[thread].Name == name)
                return thread;
        }

        return -1;
    }
}
