using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Scenarios.Threads;

/// <summary>Reads the key <c>explore</c> of a program of threads.</summary>
public static class ThreadKeys
{
    internal static ExploreOptions Read(Fields explore)
    {
        long? executions = explore.NumberOrNull("executions", 1, long.MaxValue);
        string usual = executions is null ? ThreadSearches.Names[0] : Explorer.Sampling;
        string strategy = explore.TextOrNull("strategy") ?? usual;
        if (ThreadSearches.Find(strategy) is null)
        {
            throw explore.Wrong(
                "strategy", $"unknown '{strategy}'{Nearest.Hint(strategy, ThreadSearches.Names)}");
        }

        long seed = explore.NumberOrNull("seed", 0, long.MaxValue) ?? 1;
        return new ExploreOptions(strategy, executions, ExploreKeys.Budget(explore), (ulong)seed)
        {
            Bound = explore.Number("bound", 0, 1_000, new ExploreOptions().Bound),
        };
    }
}
