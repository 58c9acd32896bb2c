using System.Numerics;
using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Explore;

/// <summary>A violation and where it stands among all of its claim: the first one is the witness.</summary>
/// <param name="Violation">What broke, with its trace.</param>
/// <param name="Rank">Compared number by number; the same whoever explores.</param>
public sealed record Sighting(Violation Violation, IReadOnlyList<ulong> Rank);

/// <summary>What one part of an exploration found: enough to make, together with the others, the verdict that a single
/// machine would have given.</summary>
public sealed record SearchPart
{
    /// <summary>Which part.</summary>
    public required Shard Shard { get; init; }

    /// <summary>True for a strategy that samples: it proves nothing.</summary>
    public required bool Samples { get; init; }

    /// <summary>True when nothing of the part was left out.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>True when a cap left out crash states.</summary>
    public required bool Capped { get; init; }

    /// <summary>Executions of a boot.</summary>
    public required long Runs { get; init; }

    /// <summary>Calls made.</summary>
    public required long Steps { get; init; }

    /// <summary>Crash states generated.</summary>
    public required long Cuts { get; init; }

    /// <summary>Crash states allowed; null where nobody counts them.</summary>
    public required BigInteger? CutsTotal { get; init; }

    /// <summary>Runs that made witnesses smaller.</summary>
    public long Replays { get; init; }

    /// <summary>The distinct states by the number of host crashes before them, those without one first.</summary>
    public required IReadOnlyList<IReadOnlyList<Fingerprint>> States { get; init; }

    /// <summary>Of a sampling strategy: how many executions were made.</summary>
    public long Executions { get; init; }

    /// <summary>Of a sampling strategy: a sum over what all executions ended in.</summary>
    public Fingerprint Ends { get; init; }

    /// <summary>How it went, for plots.</summary>
    public Progression Progression { get; init; } = Progression.None;

    /// <summary>The first violation of each claim that broke.</summary>
    public required IReadOnlyList<Sighting> Sightings { get; init; }

    /// <summary>The claims that some state is to meet and none did.</summary>
    public required IReadOnlyList<string> NeverMet { get; init; }
}
