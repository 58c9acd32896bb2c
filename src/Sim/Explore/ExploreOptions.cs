namespace TwoDoors.Sim.Explore;

/// <summary>How to explore.</summary>
/// <param name="Strategy">exhaustive, dfs (the plain reference search) or random.</param>
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
    bool StopAtFirst = false);

/// <summary>Hears how far an exploration is, at most every few milliseconds, from the exploring thread.</summary>
public interface IProgressListener
{
    /// <summary>Where it is.</summary>
    /// <param name="counts">So far.</param>
    /// <param name="crashes">Crashes before the states that are expanded now.</param>
    /// <param name="waiting">States found and not expanded yet.</param>
    void Report(in Counts counts, int crashes, long waiting);
}
