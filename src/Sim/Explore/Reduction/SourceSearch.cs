using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Reduction;

/// <summary>Source dynamic partial-order reduction: explores each Mazurkiewicz trace once, and gives some executions up
/// in the middle, because everything that can go on sleeps.</summary>
/// <remarks>Source: Abdulla, Aronis, Jonsson, Sagonas, "Source Sets: A Foundation for Optimal Dynamic Partial Order
/// Reduction", J. ACM 64(4), 2017, algorithm 1. It needs less memory than the optimal search, and is the second opinion
/// on it: both must see the same traces.</remarks>
internal sealed class SourceSearch
{
    private readonly ThreadMachine machine;
    private readonly EventLog log;
    private readonly Reversal reversal;
    private readonly SleepSets sleep;
    private readonly ThreadTally tally;
    private readonly Func<ThreadTally, bool> goOn;
    private readonly List<BranchQueue> branches = [];
    private int firstNew;

    /// <summary>A search.</summary>
    /// <param name="program">At most 64 threads.</param>
    /// <param name="keepsStates">True when different final states are counted.</param>
    /// <param name="goOn">Asked after every execution; false ends the search early.</param>
    public SourceSearch(ThreadProgram program, bool keepsStates, Func<ThreadTally, bool> goOn)
    {
        machine = new ThreadMachine(program) { KeepsUndo = true, GoesOn = true };
        log = new EventLog(machine);
        reversal = new Reversal(log, machine);
        sleep = new SleepSets(machine.Activities);
        tally = new ThreadTally(program, keepsStates);
        this.goOn = goOn;
    }

    /// <summary>What was counted.</summary>
    public ThreadTally Tally => tally;

    /// <summary>Explores every trace of the program.</summary>
    /// <returns>False when it was ended early.</returns>
    public bool Run()
    {
        sleep.Begin();
        int next = -1;
        do
        {
            RunToEnd(next);
            if (log.IsFull)
            {
                tally.CutOff();
                return false;
            }

            FindRaces();
            if (!goOn(tally))
                return false;
            next = GoBack();
        }
        while (next >= 0);
        return true;
    }

    private void RunToEnd(int next)
    {
        while (!log.IsFull)
        {
            int depth = log.Count;
            int thread = next >= 0 ? next : sleep.FirstAwake(depth, machine, null, log);
            if (thread < 0)
            {
                End();
                return;
            }

            if (next < 0)
                Begin(depth);
            next = -1;
            log.Step(thread);
            tally.Steps++;
            sleep.Pass(depth, thread, log[depth].Operation);
        }
    }

    private void Begin(int depth)
    {
        if (depth == branches.Count)
            branches.Add(new BranchQueue());
        branches[depth].Clear();
    }

    private void End()
    {
        if (machine.Count == 0)
            tally.Ended(machine, log.Schedule);
        else
            tally.GaveUp();
    }

    private void FindRaces()
    {
        for (int second = firstNew; second < log.Count; second++)
        {
            foreach (int first in log.RacesOf(second))
            {
                reversal.Reverse(first, second, second);
                Add(first);
            }
        }

        for (int thread = 0; thread < machine.Activities; thread++)
        {
            if (Blocked.FirstOf(machine, log, thread) is >= 0 and int first)
            {
                reversal.ReverseBlocked(first, thread, machine.PendingOf(thread));
                Add(first);
            }
        }
    }

    /// <summary>One thread that can begin the reversal is enough; of several, the one whose step was last.</summary>
    private void Add(int depth)
    {
        ulong initials = reversal.Initials(out int latest);
        if ((initials & (branches[depth].Waiting | sleep.At(depth))) == 0)
            branches[depth].Add(latest);
    }

    private int GoBack()
    {
        while (log.Count > 0)
        {
            int depth = log.Count - 1;
            sleep.FallAsleep(depth, log[depth].Thread, log[depth].Operation);
            log.Back();
            firstNew = depth;
            if (branches[depth].TryTake(out int thread))
                return thread;
        }

        return -1;
    }

    /// <summary>Threads that are still to go first at a state, in the order in which races named them.</summary>
    private sealed class BranchQueue
    {
        private readonly List<int> threads = [];
        private int taken;

        public ulong Waiting { get; private set; }

        public void Clear()
        {
            threads.Clear();
            taken = 0;
            Waiting = 0;
        }

        public void Add(int thread)
        {
            threads.Add(thread);
            Waiting |= 1UL << thread;
        }

        public bool TryTake(out int thread)
        {
            thread = taken < threads.Count ? threads[taken++] : -1;
            if (thread >= 0)
                Waiting &= ~(1UL << thread);
            return thread >= 0;
        }
    }
}
