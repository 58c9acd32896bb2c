using System.Diagnostics;

namespace TwoDoors.Sim.Explore;

/// <summary>When a search has to end.</summary>
/// <param name="budget">Most time; null for none.</param>
/// <param name="executions">Most executions; null for no limit.</param>
internal sealed class Deadline(TimeSpan? budget, long? executions)
{
    private readonly long started = Stopwatch.GetTimestamp();

    /// <summary>True when nothing more may be started.</summary>
    public bool IsOver(long executionsDone) =>
        executionsDone >= executions || (budget is not null && Stopwatch.GetElapsedTime(started) >= budget);
}
