using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>What a search has seen so far: every search counts alike.</summary>
internal sealed class ThreadTally(ThreadProgram program)
{
    private readonly HashSet<Fingerprint> finals = [];
    private Fingerprint sum;

    /// <summary>Executions that ran to their end, a deadlock or a failure.</summary>
    public long Traces { get; private set; }

    /// <summary>Executions given up.</summary>
    public long Blocked { get; private set; }

    /// <summary>Traces that failed.</summary>
    public long FailedTraces { get; private set; }

    /// <summary>The first failure, or null.</summary>
    public ThreadFailure? First { get; private set; }

    /// <summary>An execution was given up.</summary>
    public void GaveUp() => Blocked++;

    /// <summary>An execution is at its end.</summary>
    /// <param name="machine">No thread of it can make a step.</param>
    /// <param name="schedule">Which threads made its steps.</param>
    public void Ended(ThreadMachine machine, ReadOnlySpan<int> schedule)
    {
        Traces++;
        if (machine.Failure is null)
        {
            Fingerprint final = machine.StateFingerprint();
            if (finals.Add(final))
                sum = sum.Plus(final);
        }

        if (FailureOf(machine) is not { } says)
            return;
        FailedTraces++;
        First ??= new ThreadFailure(says, schedule.ToArray(), Traces + Blocked);
    }

    /// <summary>What is wrong with an execution at its end, or null.</summary>
    public string? FailureOf(ThreadMachine machine) =>
        machine.Failure ?? (program.DeadlockFails && machine.IsDeadlocked ? machine.DescribeDeadlock() : null);

    /// <summary>What the search came to.</summary>
    public ThreadVerdict ToVerdict(string strategy, bool complete, long steps) => new(
        strategy, complete, Traces, Blocked, steps, FailedTraces, First, sum, finals.Count);
}
