using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore.Programs;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>A failure as it was found and as small as it got.</summary>
/// <param name="Found">Its size when it was found.</param>
/// <param name="Least">Its size at the end.</param>
/// <param name="Minimality">What it took.</param>
public sealed record ShrinkTrial(ScheduleSize Found, ScheduleSize Least, Minimality Minimality);

/// <summary>Measures how much smaller failures get that strategies find.</summary>
public static class ShrinkTrials
{
    private const long ExecutionsMax = 10_000;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>The strategies whose failures are made smaller.</summary>
    public static IReadOnlyList<string> Strategies { get; } = ["surw", "pct-3", "random"];

    /// <summary>Searches a program once for each seed to the first failure, and makes that one smaller.</summary>
    /// <param name="row">The program, with a main thread that spawns the others.</param>
    /// <param name="strategy">How failures are found.</param>
    /// <param name="trials">How many seeds.</param>
    /// <param name="workers">The cores; no result depends on them.</param>
    /// <returns>Those that found one, in order of their seeds.</returns>
    public static IReadOnlyList<ShrinkTrial> Measure(PublishedRow row, string strategy, int trials, Workers workers)
    {
        ThreadProgram program = Spawning.From(Catalogue.Build(row.Line)).Compile();
        SplitMix64 seeds = new(1);
        ulong[] each = [.. Enumerable.Range(0, trials).Select(_ => seeds.Next())];
        ShrinkTrial?[] results = new ShrinkTrial?[trials];
        Action[] jobs = [.. each.Select((seed, i) => (Action)(() => results[i] = Try(program, strategy, seed)))];
        workers.Run(jobs, Beat, () => { });
        return [.. results.OfType<ShrinkTrial>()];
    }

    private static ShrinkTrial? Try(ThreadProgram program, string strategy, ulong seed)
    {
        ThreadOptions options = new()
        {
            Strategy = strategy,
            Executions = ExecutionsMax,
            Seed = seed,
            StopAtFirst = true,
        };
        if (ThreadSearches.Run(program, options).First is not { } found)
            return null;
        ThreadShrink shrink = new(program);
        IReadOnlyList<int> least = shrink.Shrink(found.Schedule);
        return new ShrinkTrial(
            ScheduleSize.Of(program, found.Schedule), ScheduleSize.Of(program, least), shrink.Minimality);
    }
}
