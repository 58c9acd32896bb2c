using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Cli;

/// <summary>What explores and replays: the seam at which tests of commands put something small.</summary>
public sealed record Engine
{
    /// <summary>Explores a subject.</summary>
    public Func<Subject, ExploreOptions, IProgressListener?, Verdict> Explore { get; init; } = Explorer.Explore;

    /// <summary>Repeats a trace.</summary>
    public Func<Subject, Trace, ReplayResult> Replay { get; init; } = Replayer.Replay;

    /// <summary>Repeats a trace by its tape, and holds what happens to its labels.</summary>
    public Func<Subject, Trace, ReplayResult> ReplayTape { get; init; } = TapeReplay.Run;

    /// <summary>Makes a trace as small as it gets.</summary>
    public Func<Subject, Trace, Minimized> Minimize { get; init; } = Minimizer.Minimize;

    /// <summary>Explores twice and compares.</summary>
    public Func<Subject, ExploreOptions, EngineCheckResult> Deterministic { get; init; } = EngineCheck.Deterministic;

    /// <summary>Runs random executions twice each and compares.</summary>
    public Func<Subject, long, ulong, EngineCheckResult> DoubleRuns { get; init; } = EngineCheck.DoubleRuns;

    /// <summary>Explores with and without reductions, up to a number of crashes, and compares.</summary>
    public Func<Subject, int?, ExploreOptions, EngineCheckResult> Sound { get; init; } = EngineCheck.Sound;
}
