using TwoDoors.Model.Claims;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore.Resume;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>What a search has seen so far: every search counts alike.</summary>
/// <param name="program">What is searched.</param>
/// <param name="keepsStates">True when different final states are counted: it costs time and memory.</param>
internal sealed class ThreadTally(ThreadProgram program, bool keepsStates = true)
{
    private readonly HashSet<Fingerprint> finals = [];
    private readonly List<Fingerprint> inOrder = [];
    private Fingerprint sum;

    /// <summary>Executions that ran to their end, a deadlock or a failure.</summary>
    public long Traces { get; private set; }

    /// <summary>Executions given up.</summary>
    public long Blocked { get; private set; }

    /// <summary>Events made.</summary>
    public long Steps { get; set; }

    /// <summary>Traces that failed.</summary>
    public long FailedTraces { get; private set; }

    /// <summary>The first failure, or null.</summary>
    public ThreadFailure? First { get; private set; }

    /// <summary>The first failure that breaks another claim than <see cref="First"/>, or null.</summary>
    public ThreadFailure? Other { get; private set; }

    /// <summary>An execution was given up.</summary>
    public void GaveUp() => Blocked++;

    /// <summary>True when an execution was given up because it got too long: there is more than was seen.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>An execution got too long, and was given up.</summary>
    public void CutOff()
    {
        Blocked++;
        IsCutOff = true;
    }

    /// <summary>An execution is at its end.</summary>
    /// <param name="machine">No thread of it can make a step.</param>
    /// <param name="schedule">Which threads made its steps.</param>
    /// <param name="tape">The answers of the strategy that led there, if one did.</param>
    public void Ended(ThreadMachine machine, ReadOnlySpan<int> schedule, AnswerTape? tape = null)
    {
        Traces++;
        if (keepsStates && machine.Failure is null)
            Keep(machine.StateFingerprint());
        if (machine.Failure is null && !(program.DeadlockFails && machine.IsDeadlocked))
            return;
        FailedTraces++;
        string claim = machine.Failure is null ? ThreadSubject.NoDeadlock : ThreadSubject.NoFailure;
        if (First is not null && (Other is not null || First.Claim == claim))
            return;
        Keep(new ThreadFailure(FailureOf(machine)!, schedule.ToArray(), Traces + Blocked)
        {
            Tape = tape?.Copy(),
            Claim = claim,
        });
    }

    /// <summary>What is wrong with an execution at its end, or null.</summary>
    public string? FailureOf(ThreadMachine machine) =>
        machine.Failure ?? (program.DeadlockFails && machine.IsDeadlocked ? machine.DescribeDeadlock() : null);

    /// <summary>What another search of a part of the same traces counted comes to this.</summary>
    public void Add(ThreadTally other)
    {
        foreach (ThreadFailure failure in new[] { other.First, other.Other }.OfType<ThreadFailure>())
            Keep(failure with { Execution = failure.Execution + Traces + Blocked });
        Traces += other.Traces;
        Blocked += other.Blocked;
        IsCutOff |= other.IsCutOff;
        Steps += other.Steps;
        FailedTraces += other.FailedTraces;
        foreach (Fingerprint final in other.inOrder)
            Keep(final);
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public void Write(StateWriter writer)
    {
        writer.Number(Traces);
        writer.Number(Blocked);
        writer.Number(Steps);
        writer.Number(FailedTraces);
        writer.Flag(IsCutOff);
        writer.All(inOrder, final => writer.Hash(final));
        writer.All([.. new[] { First, Other }.OfType<ThreadFailure>()], failure =>
        {
            writer.Text(failure.Says);
            writer.Numbers([.. failure.Schedule]);
            writer.Number(failure.Execution);
            writer.Text(failure.Claim);
            writer.Flag(failure.Tape is not null);
            writer.Text(failure.Tape?.ToString() ?? "");
        });
    }

    /// <summary>Goes on from another tally.</summary>
    public void Read(StateReader reader)
    {
        Traces = reader.Number();
        Blocked = reader.Number();
        Steps = reader.Number();
        FailedTraces = reader.Number();
        IsCutOff = reader.Flag();
        foreach (Fingerprint final in reader.All(reader.Hash))
            Keep(final);
        foreach (ThreadFailure failure in reader.All(() => Failure(reader)))
            Keep(failure);
    }

    /// <summary>What the search came to.</summary>
    public ThreadVerdict ToVerdict(string strategy, bool complete) => ToVerdict(strategy, complete, Steps);

    /// <summary>What the search came to.</summary>
    public ThreadVerdict ToVerdict(string strategy, bool complete, long steps) => new(
        strategy, complete && !IsCutOff, Traces, Blocked, steps, FailedTraces, First, sum, finals.Count)
    {
        Failures = [.. new[] { First, Other }.OfType<ThreadFailure>()],
        IsCutOff = IsCutOff,
    };

    private static ThreadFailure Failure(StateReader reader)
    {
        string says = reader.Text();
        int[] schedule = reader.Numbers();
        ThreadFailure failure = new(says, schedule, reader.Number()) { Claim = reader.Text() };
        bool hasTape = reader.Flag();
        string tape = reader.Text();
        return hasTape ? failure with { Tape = AnswerTape.Parse(tape) } : failure;
    }

    private void Keep(ThreadFailure failure)
    {
        if (First is not null && First.Claim != failure.Claim)
            Other ??= failure;
        First ??= failure;
    }

    private void Keep(in Fingerprint final)
    {
        if (!finals.Add(final))
            return;
        inOrder.Add(final);
        sum = sum.Plus(final);
    }
}
