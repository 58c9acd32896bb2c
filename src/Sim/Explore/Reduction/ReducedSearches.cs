using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Reduction;

/// <summary>The searches over traces, as the registry of searches wants them.</summary>
internal static class ReducedSearches
{
    /// <summary>Each trace once; on several cores when more than one worker is allowed.</summary>
    public static ThreadVerdict Optimal(ThreadProgram program, ThreadOptions options)
    {
        bool whole = options is { StopAtFirst: false, Executions: null, Budget: null };
        if (whole && (options.Workers > 1 || options.Shards > 1))
        {
            return SplitSearch.Run(program, true, options).ToVerdict("exhaustive", complete: true);
        }

        OptimalSearch search = new(program, true, Limit(options));
        bool complete = search.Run();
        return search.Tally.ToVerdict("exhaustive", complete);
    }

    /// <summary>Each trace once, and redundant executions that are given up.</summary>
    public static ThreadVerdict Source(ThreadProgram program, ThreadOptions options)
    {
        SourceSearch search = new(program, true, Limit(options));
        bool complete = search.Run();
        return search.Tally.ToVerdict("source", complete);
    }

    private static Func<ThreadTally, bool> Limit(ThreadOptions options)
    {
        Deadline deadline = new(options.Budget, options.Executions, options.Control.Stop);
        return tally => !(options.StopAtFirst && tally.First is not null)
            && !deadline.IsOver(tally.Traces + tally.Blocked);
    }
}
