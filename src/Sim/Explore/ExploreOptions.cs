using TwoDoors.Sim.Explore.Resume;

namespace TwoDoors.Sim.Explore;

/// <summary>How to explore.</summary>
/// <param name="Strategy">exhaustive, dfs (the plain reference search), or one that samples, such as auto or
/// pct-10.</param>
/// <param name="Executions">Most executions of a sampling strategy; null for no limit but the budget.</param>
/// <param name="Budget">Most time; null for none.</param>
/// <param name="Seed">Seed of a sampling strategy.</param>
/// <param name="CutsPerPoint">At most this many crash states are enumerated at one crash point; beyond it, a
/// representative part is taken and the verdict says so.</param>
/// <param name="StopAtFirst">Stop at the first violation instead of searching the smallest of each claim.</param>
public sealed record ExploreOptions(
    string Strategy = "exhaustive",
    long? Executions = null,
    TimeSpan? Budget = null,
    ulong Seed = 1,
    long CutsPerPoint = 5_000_000,
    bool StopAtFirst = false)
{
    /// <summary>Which part of the exploration is done here.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>What changes no result: who helps, who stops it, where it goes on.</summary>
    public ExploreControl Control { get; init; } = new();

    /// <summary>Of threads: most preemptions or delays, for a strategy that bounds them.</summary>
    public int Bound { get; init; } = 2;
}

/// <summary>How an exploration is carried out. Nothing here changes what a finished one finds.</summary>
public sealed record ExploreControl
{
    /// <summary>Those who explore, this thread among them; null for this thread alone.</summary>
    public Workers? Workers { get; init; }

    /// <summary>Ends the exploration as the end of its budget does.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Keeps the state, for another process to go on; null for none.</summary>
    public IStateKeeper? Keeper { get; init; }
}

/// <summary>Hears how far an exploration is, at most every few milliseconds, from the exploring thread.</summary>
public interface IProgressListener
{
    /// <summary>Where it is.</summary>
    /// <param name="counts">So far.</param>
    /// <param name="crashes">Crashes before the states that are expanded now.</param>
    /// <param name="waiting">States found and not expanded yet.</param>
    /// <param name="part">About which part of all is explored, from 0 to 1; not a number where nobody knows.</param>
    void Report(in Counts counts, int crashes, long waiting, double part = double.NaN);
}
