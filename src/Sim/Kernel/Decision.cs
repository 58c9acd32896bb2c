namespace TwoDoors.Sim.Kernel;

/// <summary>What happens next at a point where nobody is in the middle of a call.</summary>
public enum DecisionKind
{
    /// <summary>An activity makes its pending call.</summary>
    Run,

    /// <summary>All processes are killed; the kernel and its caches stay.</summary>
    KillProcesses,

    /// <summary>The host loses power.</summary>
    PowerOff,

    /// <summary>The driver has seen enough of this execution.</summary>
    Abandon,
}

/// <summary>What happens next.</summary>
/// <param name="Kind">What.</param>
/// <param name="Activity">Index into <see cref="Machine.Runnable"/>, for Run.</param>
public readonly record struct Decision(DecisionKind Kind, int Activity = 0)
{
    /// <summary>The runnable activity at this index makes its call.</summary>
    public static Decision Run(int index) => new(DecisionKind.Run, index);
}

/// <summary>Whoever decides: a search, a replay, a seeded sampler. It is the one seam between the simulated world
/// and the strategies.</summary>
public interface IDriver : Choice.IChoices
{
    /// <summary>False for a driver that never looks at what activities stand before: it need not be kept
    /// then.</summary>
    bool LooksAhead => true;

    /// <summary>Every activity stands before a call (or waits, or has ended): what happens next?</summary>
    /// <param name="machine">Its Runnable has at least one activity, or none when the boot's work is done.</param>
    /// <returns>Run with an index below the number of runnable activities; with none runnable, Run(0) ends the
    /// boot.</returns>
    Decision Decide(Machine machine);

    /// <summary>A call was made, or a crash of all processes happened: the world may have changed.</summary>
    /// <param name="machine">The world now.</param>
    /// <param name="activity">Who made the call; null after a crash of all processes.</param>
    void Stepped(Machine machine, Activity? activity);
}
