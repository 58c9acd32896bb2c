using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Cli;

/// <summary>What explores and replays: the seam at which tests of commands put something small.</summary>
public sealed record Engine
{
    /// <summary>Explores a subject.</summary>
    public Func<Subject, ExploreOptions, IProgressListener?, Verdict> Explore { get; init; } = Explorer.Explore;

    /// <summary>Repeats a trace.</summary>
    public Func<Subject, Trace, Replayed> Replay { get; init; } =
        (subject, _) => throw new InvalidOperationException($"{subject.Name}: no replay yet");

    /// <summary>Makes a trace as small as it gets.</summary>
    public Func<Subject, Trace, Trace> Minimize { get; init; } =
        (subject, _) => throw new InvalidOperationException($"{subject.Name}: no minimizer yet");

    /// <summary>Explores twice and compares.</summary>
    public Func<Subject, ExploreOptions, Compared> Deterministic { get; init; } =
        (subject, _) => throw new InvalidOperationException($"{subject.Name}: no check yet");

    /// <summary>Explores with and without reductions, up to a number of crashes, and compares.</summary>
    public Func<Subject, int, ExploreOptions, Compared> Sound { get; init; } =
        (subject, _, _) => throw new InvalidOperationException($"{subject.Name}: no check yet");
}

/// <summary>What a replay came to.</summary>
/// <param name="Timeline">What happened; up to the divergence if there was one.</param>
/// <param name="Divergence">How the world departed from the trace, or null.</param>
public sealed record Replayed(Timeline Timeline, string? Divergence);

/// <summary>One check of the engine against itself.</summary>
/// <param name="Name">What was compared, on which subject.</param>
/// <param name="Passed">True when it agreed.</param>
/// <param name="Detail">The two things that were compared.</param>
public sealed record Compared(string Name, bool Passed, string Detail);
