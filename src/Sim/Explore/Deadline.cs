using System.Diagnostics;

namespace TwoDoors.Sim.Explore;

/// <summary>When a search has to end.</summary>
/// <param name="budget">Most time; null for none.</param>
/// <param name="executions">Most executions; null for no limit.</param>
/// <param name="stop">Ends it from outside.</param>
internal sealed class Deadline(TimeSpan? budget, long? executions, CancellationToken stop = default)
{
    private readonly long started = Stopwatch.GetTimestamp();

    /// <summary>True when nothing more may be started.</summary>
    public bool IsOver(long executionsDone) =>
        executionsDone >= executions || stop.IsCancellationRequested
        || (budget is not null && Stopwatch.GetElapsedTime(started) >= budget);

    /// <summary>Which part of what may be started was, from 0 to 1.</summary>
    public double Part(long executionsDone)
    {
        double byCount = executions is { } most ? (double)executionsDone / most : 0;
        double byTime = budget is { } time ? Stopwatch.GetElapsedTime(started) / time : 0;
        return Math.Min(1, Math.Max(byCount, byTime));
    }
}
