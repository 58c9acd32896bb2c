using System.Runtime.ExceptionServices;

namespace TwoDoors.Sim.Explore;

/// <summary>Uses all cores: the only threads of the simulation. Whoever finds no job left helps those that still work,
/// so that one long exploration has all cores too. No result depends on how many work.</summary>
/// <param name="count">How many work at once, at least 1.</param>
public sealed class Workers(int count)
{
    // Steps of a protocol complete inline, one inside another, so a long execution needs a deep stack.
    private const int StackBytes = 64 << 20;

    private readonly object gate = new();
    private readonly List<Round> rounds = [];
    private int next;
    private int unfinished;
    private int idle;
    private bool failed;

    /// <summary>How many work at once.</summary>
    public int Count => count;

    /// <summary>Does every job, taken in order, and returns when all are done.</summary>
    /// <param name="jobs">What is to be done; each may call <see cref="Each"/>.</param>
    /// <param name="beat">How often to call <paramref name="onBeat"/> meanwhile.</param>
    /// <param name="onBeat">Called on the calling thread.</param>
    /// <remarks>An exception of a job is thrown here, of the first one in order; no further job is begun.</remarks>
    public void Run(IReadOnlyList<Action> jobs, TimeSpan beat, Action onBeat)
    {
        Exception?[] failures = new Exception?[jobs.Count];
        next = 0;
        unfinished = jobs.Count;
        failed = false;
        Thread[] threads = new Thread[jobs.Count == 0 ? 0 : count];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(() => Work(jobs, failures), StackBytes) { IsBackground = true };
            threads[i].Start();
        }

        foreach (Thread thread in threads)
        {
            while (!thread.Join(beat))
                onBeat();
        }

        Throw(failures);
    }

    /// <summary>Does something with each of a number of things, together with those who have nothing else to do, and
    /// returns when all are done.</summary>
    /// <param name="things">How many; they are begun in order.</param>
    /// <param name="act">Is given a place below <see cref="Count"/>, at which nobody else works meanwhile, and the
    /// number of the thing.</param>
    /// <remarks>An exception is thrown here, of the first thing in order; no further one is begun.</remarks>
    public void Each(int things, Action<int, int> act)
    {
        Round round = new(things, act);
        lock (gate)
        {
            if (things > 1 && idle > 0)
            {
                rounds.Add(round);
                Monitor.PulseAll(gate);
            }
        }

        round.Work(0);
        lock (gate)
        {
            rounds.Remove(round);
            while (round.Helpers > 0)
                Monitor.Wait(gate);
        }

        Throw(round.Failures);
    }

    private void Work(IReadOnlyList<Action> jobs, Exception?[] failures)
    {
        while (true)
        {
            int job = -1;
            Round? round = null;
            int place = 0;
            lock (gate)
            {
                while (true)
                {
                    if (next < jobs.Count && !failed)
                    {
                        job = next++;
                        break;
                    }

                    round = rounds.Find(open => open.HasMore);
                    if (round is not null)
                    {
                        place = round.Join();
                        break;
                    }

                    if (unfinished == 0 || failed)
                        return;
                    idle++;
                    Monitor.Wait(gate);
                    idle--;
                }
            }

            if (round is not null)
                Help(round, place);
            else
                Do(jobs[job], job, failures);
        }
    }

    private void Help(Round round, int place)
    {
        round.Work(place);
        lock (gate)
        {
            round.Leave();
            Monitor.PulseAll(gate);
        }
    }

    private void Do(Action job, int number, Exception?[] failures)
    {
        failures[number] = Failure(job);
        lock (gate)
        {
            unfinished--;
            failed |= failures[number] is not null;
            Monitor.PulseAll(gate);
        }
    }

    private static void Throw(Exception?[] failures)
    {
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

    /// <summary>Things that are done together. Who joins and leaves holds the gate.</summary>
    private sealed class Round(int things, Action<int, int> act)
    {
        private int taken = -1;
        private int joined;

        public Exception?[] Failures { get; } = new Exception?[things];

        public int Helpers { get; private set; }

        public bool HasMore => Volatile.Read(ref taken) + 1 < things;

        public int Join()
        {
            Helpers++;
            return ++joined;
        }

        public void Leave() => Helpers--;

        public void Work(int place)
        {
            for (int thing = Take(); thing < things; thing = Take())
            {
                Failures[thing] = Failure(() => act(place, thing));
                if (Failures[thing] is not null)
                    Volatile.Write(ref taken, things);
            }
        }

        private int Take()
        {
            int thing = Volatile.Read(ref taken) >= things ? things : Interlocked.Increment(ref taken);
            return Math.Min(thing, things);
        }
    }
}
