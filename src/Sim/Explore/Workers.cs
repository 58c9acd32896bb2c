using System.Runtime.ExceptionServices;

namespace TwoDoors.Sim.Explore;

/// <summary>Uses all cores: the only threads of the simulation. Jobs share nothing, so their results do not depend on
/// how many work.</summary>
public static class Workers
{
    // Steps of a protocol complete inline, one inside another, so a long execution needs a deep stack.
    private const int StackBytes = 64 << 20;

    /// <summary>Does every job, taken in order, and returns when all are done.</summary>
    /// <param name="count">Most jobs at once, at least 1.</param>
    /// <param name="jobs">What is to be done.</param>
    /// <param name="beat">How often to call <paramref name="onBeat"/> meanwhile.</param>
    /// <param name="onBeat">Called on the calling thread.</param>
    /// <remarks>An exception of a job is thrown here, of the first one in order; no further job is begun.</remarks>
    public static void Run(int count, IReadOnlyList<Action> jobs, TimeSpan beat, Action onBeat)
    {
        Exception?[] failures = new Exception?[jobs.Count];
        int next = -1;
        bool failed = false;
        void Work()
        {
            while (!Volatile.Read(ref failed))
            {
                int job = Interlocked.Increment(ref next);
                if (job >= jobs.Count)
                    return;
                failures[job] = Failure(jobs[job]);
                if (failures[job] is not null)
                    Volatile.Write(ref failed, true);
            }
        }

        Thread[] threads = new Thread[Math.Min(count, jobs.Count)];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(Work, StackBytes) { IsBackground = true };
            threads[i].Start();
        }

        foreach (Thread thread in threads)
        {
            while (!thread.Join(beat))
                onBeat();
        }

        if (failures.FirstOrDefault(failure => failure is not null) is { } first)
            ExceptionDispatchInfo.Throw(first);
    }

    private static Exception? Failure(Action job)
    {
        try
        {
            job();
            return null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return failure;
        }
    }
}
