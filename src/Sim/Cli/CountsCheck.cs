using System.Diagnostics;
using System.Globalization;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Explore.Programs;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Cli;

/// <summary>Holds the searches over traces to published counts.</summary>
internal static class CountsCheck
{
    /// <summary>One result for each count, with rate and time.</summary>
    public static IReadOnlyList<EngineCheckResult> Run() => [.. PublishedCounts.All.Select(Check)];

    private static EngineCheckResult Check(PublishedCount count)
    {
        CatalogueProgram program = Catalogue.Find(count.Program)
            ?? throw new InvalidOperationException($"the catalogue has no {count.Program}");
        int[] numbers = [.. program.Parameters.Select((one, i) =>
            i < count.Arguments.Count ? count.Arguments[i] : one.Usual)];
        ThreadProgram compiled = program.Build(numbers).Compile();
        ThreadOptions options = new() { Strategy = count.Strategy, Bound = count.Bound };
        long start = Stopwatch.GetTimestamp();
        ThreadVerdict found = ThreadSearches.Run(compiled, options);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        bool agrees = (found.Traces, found.Blocked, found.Complete) == (count.Traces, count.Blocked, true);
        string detail = string.Create(
            CultureInfo.InvariantCulture,
            $"{found.Traces} + {found.Blocked}, published {count.Traces} + {count.Blocked}; {seconds:0.000} s");
        return new EngineCheckResult($"{count.Strategy} {count.Name}", agrees, detail);
    }
}
