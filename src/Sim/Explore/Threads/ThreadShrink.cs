namespace TwoDoors.Sim.Explore.Threads;

/// <summary>Makes a failing schedule smaller by leaving things out and looking whether the same claim still breaks:
/// first whole threads, then runs of steps, then single ones, then context switches.</summary>
/// <remarks>A schedule is followed leniently: a thread that cannot go on is passed over, and after its end each thread
/// goes on as long as it can. A failure ends an execution, so what comes after it is gone.</remarks>
public sealed class ThreadShrink
{
    private const int StepsMax = 100_000;

    private readonly ThreadMachine machine;
    private readonly int replaysMax;
    private readonly List<int> made = [];
    private int[] best = [];
    private string? claim;

    /// <summary>Ready to make schedules of a program smaller.</summary>
    /// <param name="program">What runs.</param>
    /// <param name="replaysMax">At most this many replays.</param>
    public ThreadShrink(ThreadProgram program, int replaysMax = 500)
    {
        machine = new ThreadMachine(program);
        this.replaysMax = replaysMax;
    }

    /// <summary>Replays made.</summary>
    public int Replays { get; private set; }

    /// <summary>True when every single step, thread and context switch was left out in vain: nothing can be left out
    /// any more.</summary>
    public bool IsMinimal { get; private set; }

    /// <summary>Times a thread was left and came back later.</summary>
    public static int Switches(IReadOnlyList<int> schedule)
    {
        int count = 0;
        HashSet<int> later = [];
        for (int i = schedule.Count - 1; i > 0; i--)
        {
            later.Add(schedule[i]);
            if (schedule[i - 1] != schedule[i] && later.Contains(schedule[i - 1]))
                count++;
        }

        return count;
    }

    /// <summary>The smallest schedule found that breaks the claim that this one breaks.</summary>
    public IReadOnlyList<int> Shrink(IReadOnlyList<int> schedule)
    {
        best = [.. schedule];
        claim = null;
        if (!Happens(best))
            return schedule;
        claim = ThreadReplay.BrokenAt(machine).Violates;
        if (claim is null)
            return schedule;
        best = [.. made];
        DropThreads();
        int chunk = best.Length / 2;
        while (chunk > 1 && Replays < replaysMax)
        {
            DropRuns(chunk);
            chunk /= 2;
        }

        bool smaller = true;
        while (smaller && Replays < replaysMax)
            smaller = DropRuns(1) | Join() | DropThreads();
        IsMinimal = !smaller;
        return best;
    }

    /// <summary>Leaves out half of the threads, a quarter, and so on.</summary>
    private bool DropThreads()
    {
        bool smaller = false;
        int chunk = Math.Max(1, best.Distinct().Count() / 2);
        while (true)
        {
            int[] threads = [.. best.Distinct()];
            foreach (int[] some in threads.Chunk(chunk))
                smaller |= Try([.. best.Where(thread => !some.Contains(thread))]);
            if (chunk == 1)
                return smaller;
            chunk /= 2;
        }
    }

    private bool DropRuns(int length)
    {
        bool smaller = false;
        int at = Math.Max(0, best.Length - length);
        while (true)
        {
            if (at + length <= best.Length && Try([.. best[..at], .. best[(at + length)..]]))
                smaller = true;
            if (at == 0)
                return smaller;
            at = Math.Max(0, Math.Min(at, best.Length) - length);
        }
    }

    /// <summary>At a context switch the thread that was left goes on first, or is left earlier.</summary>
    private bool Join()
    {
        bool smaller = false;
        for (int at = 1; at < best.Length; at++)
        {
            int left = best[at - 1];
            int back = best[at] == left ? -1 : Array.IndexOf(best, left, at);
            if (back < 0)
                continue;
            int end = back;
            while (end < best.Length && best[end] == left)
                end++;
            int start = at - 1;
            while (start > 0 && best[start - 1] == left)
                start--;
            smaller |= Try([.. best[..at], .. best[back..end], .. best[at..back], .. best[end..]])
                || Try([.. best[..start], .. best[at..back], .. best[start..at], .. best[back..]]);
        }

        return smaller;
    }

    private bool Try(int[] candidate)
    {
        if (Replays >= replaysMax || !Happens(candidate) || ThreadReplay.BrokenAt(machine).Violates != claim)
            return false;
        int fewer = Switches(made).CompareTo(Switches(best));
        if (fewer > 0 || (fewer == 0 && made.Count >= best.Length))
            return false;
        best = [.. made];
        return true;
    }

    /// <summary>Makes the execution.</summary>
    /// <returns>False when it does not end.</returns>
    private bool Happens(int[] candidate)
    {
        Replays++;
        machine.Reset();
        made.Clear();
        foreach (int thread in candidate)
        {
            if (machine.Count == 0)
                break;
            if (machine.CanRun(thread))
                Step(thread);
        }

        while (machine.Count > 0 && machine.Steps < StepsMax)
            Step(machine.Continuing >= 0 ? machine[machine.Continuing] : machine[0]);
        return machine.Count == 0;
    }

    private void Step(int thread)
    {
        made.Add(thread);
        machine.Step(thread);
    }
}
