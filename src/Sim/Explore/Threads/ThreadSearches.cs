using TwoDoors.Sim.Explore.Liveness;
using TwoDoors.Sim.Explore.Reduction;
using TwoDoors.Sim.Explore.Strategies;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>The searches there are. A new one joins with a line here.</summary>
public static class ThreadSearches
{
    /// <summary>The search over states.</summary>
    public const string Stateful = "stateful";

    /// <summary>The default first.</summary>
    public static IReadOnlyList<ThreadSearch> All { get; } =
    [
        new("exhaustive", "each trace once: optimal partial-order reduction", false, ReducedSearches.Optimal),
        new("source", "each trace once, with redundant executions: source sets", false, ReducedSearches.Source),
        new("preemption-bounded", "each trace of at most --bound preemptions", false, PreemptionBoundedSearch.Run)
        {
            IsBounded = true,
        },
        new(Stateful, "each state once, and what goes on for ever", false, StatefulSearch.Run) { SeesStates = true },
        new("dfs", "every schedule, without any reduction: the reference", false, DepthFirstSearch.Run),
        .. StrategySet.All.Select(entry => new ThreadSearch(entry.Name, entry.Says, true, ThreadSampler.Run)),
        new("uniform", "every schedule as likely as any other, by counting all", true, UniformSchedules.Run),
    ];

    /// <summary>What the user may type, the default first.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(search => search.Name)];

    /// <summary>The default for a program: only the search over states ends where threads go round for ever, and looks
    /// at what has to hold at some time.</summary>
    /// <param name="runsForever">True when threads go round for ever on purpose.</param>
    /// <param name="eventually">True when something has to hold at some time.</param>
    /// <param name="whole">False where a number of executions asks for sampling.</param>
    public static string UsualFor(bool runsForever, bool eventually, bool whole = true) =>
        runsForever || eventually ? Stateful : whole ? Names[0] : Explorer.Sampling;

    /// <summary>The search of this name, such as pct or pct-10; null if there is none.</summary>
    public static ThreadSearch? Find(string name)
    {
        string plain = StrategySet.Find(name)?.Name ?? name;
        return All.FirstOrDefault(search => search.Name == plain) is { } found ? found with { Name = name } : null;
    }

    /// <summary>The search of this name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ThreadSearch Named(string name) => Find(name)
        ?? throw new ArgumentException($"no strategy '{name}'; there are {string.Join(", ", Names)}", nameof(name));

    /// <summary>Searches.</summary>
    /// <exception cref="ArgumentException">There is no such strategy.</exception>
    public static ThreadVerdict Run(ThreadProgram program, ThreadOptions options) =>
        Named(options.Strategy).Run(program, options);
}
