using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Cli;

/// <summary>What explores and replays: the seam at which tests of commands put something small.</summary>
public sealed record Engine
{
    /// <summary>Explores a subject.</summary>
    public Func<Subject, ExploreOptions, IProgressListener?, Verdict> Explore { get; init; } = Explorer.Explore;

    /// <summary>Makes a trace as small as it gets.</summary>
    public Func<Subject, Trace, Trace> Minimize { get; init; } =
        (subject, _) => throw new InvalidOperationException($"{subject.Name}: no minimizer yet");
}
