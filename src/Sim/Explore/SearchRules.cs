using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Explore;

/// <summary>Which shortcuts a search takes. Each has a test against the search without it; the argument for each is in
/// docs/ARCHITECTURE.md.</summary>
/// <param name="CutsPerPoint">Cap on the crash states of one boundary.</param>
internal sealed record SearchRules(long CutsPerPoint)
{
    /// <summary>Go on once for all executions of a boot that reach the same state.</summary>
    public bool MergeInterleavings { get; init; }

    /// <summary>At a boundary enumerate only crash states with a change that is new there.</summary>
    public bool NewOperationRule { get; init; }

    /// <summary>Do not begin with a step that was tried before, while only steps that commute with it were
    /// made.</summary>
    public bool SleepSets { get; init; }

    /// <summary>Where only crashes of the host may come: do not begin with an activity none of whose steps the others
    /// meet.</summary>
    public bool PersistentSets { get; init; }

    /// <summary>Kill all processes once in each world.</summary>
    public bool KillOncePerWorld { get; init; }

    /// <summary>Keep the worlds in which boots end, for comparison: see <see cref="SearchLog.Ends"/>.</summary>
    public bool KeepEnds { get; init; }

    /// <summary>A facet that no step seems to touch: wrong on purpose, for the test that this is noticed.</summary>
    public Facet? Blind { get; init; }

    /// <summary>True when the accesses of steps have to be known.</summary>
    public bool NeedsAccesses => SleepSets || PersistentSets;
}
