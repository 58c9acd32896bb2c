using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Scenarios.Threads;

/// <summary>Reads the keys of a program of threads that say what is wrong with it, and how to search.</summary>
public static class ThreadKeys
{
    private static readonly string[] Verdicts = ["fails", "allowed"];

    internal static ExploreOptions Read(Fields keys)
    {
        Fields explore = keys.Section("explore");
        long? executions = explore.NumberOrNull("executions", 1, long.MaxValue);
        bool goesOn = !Fails(keys, "livelock");
        string usual = ThreadSearches.UsualFor(goesOn, keys.Has("eventually"), executions is null);
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

    /// <summary>Whether something is a failure: <c>fails</c>, by default, or <c>allowed</c>.</summary>
    internal static bool Fails(Fields keys, string key) => keys.Word(key, Verdicts, Verdicts[0]) == Verdicts[0];
}
