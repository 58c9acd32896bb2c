using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Reduction;

/// <summary>Optimal dynamic partial-order reduction: explores each Mazurkiewicz trace exactly once, and gives no
/// execution up.</summary>
/// <remarks>Source: Abdulla, Aronis, Jonsson, Sagonas, "Source Sets: A Foundation for Optimal Dynamic Partial Order
/// Reduction", J. ACM 64(4), 2017, algorithm 2. A thread that was explored first at a state sleeps there, until an
/// event comes that conflicts with its step. Races are looked for at the end of an execution, among the events that are
/// new in it; each reversal is laid down in the wakeup tree of the state before the race.</remarks>
internal sealed class OptimalSearch
{
    private readonly ThreadMachine machine;
    private readonly EventLog log;
    private readonly Reversal reversal;
    private readonly WakeupTree tree = new();
    private readonly SleepSets sleep;
    private readonly ThreadTally tally;
    private readonly Func<ThreadTally, bool> goOn;
    private readonly OrderGate? gate;
    private int firstNew;

    /// <summary>A search.</summary>
    /// <param name="program">At most 64 threads.</param>
    /// <param name="keepsStates">True when different final states are counted.</param>
    /// <param name="goOn">Asked after every execution; false ends the search early.</param>
    /// <param name="part">Only traces within these constraints are explored; null for all.</param>
    public OptimalSearch(
        ThreadProgram program,
        bool keepsStates,
        Func<ThreadTally, bool> goOn,
        IReadOnlyList<OrderConstraint>? part = null)
    {
        machine = new ThreadMachine(program) { KeepsUndo = true, GoesOn = true };
        sleep = new SleepSets(machine.Activities);
        tally = new ThreadTally(program, keepsStates);
        this.goOn = goOn;
        gate = part is null or { Count: 0 } ? null : new OrderGate(part, machine.Activities);
        log = new EventLog(machine, gate);
        reversal = new Reversal(log, machine);
    }

    /// <summary>What was counted.</summary>
    public ThreadTally Tally => tally;

    /// <summary>Explores every trace of the program.</summary>
    /// <returns>False when it was ended early.</returns>
    public bool Run()
    {
        tree.Clear(0);
        sleep.Begin();
        do
        {
            RunToEnd();
            if (log.IsFull)
            {
                tally.CutOff();
                return false;
            }

            FindRaces();
            if (!goOn(tally))
                return false;
        }
        while (GoBack());
        return true;
    }

    private void RunToEnd()
    {
        while (!log.IsFull)
        {
            int depth = log.Count;
            int thread = tree.First(depth);
            if (thread >= 0)
            {
                tree.Descend(depth);
                Step(depth, thread);
                continue;
            }

            thread = sleep.FirstAwake(depth, machine, gate, log);
            if (thread < 0)
            {
                End();
                return;
            }

            tree.Begin(depth, thread);
            Step(depth, thread);
        }
    }

    private void Step(int depth, int thread)
    {
        log.Step(thread);
        tally.Steps++;
        tree.Made(depth, log[depth].Operation);
        sleep.Pass(depth, thread, log[depth].Operation);
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
                reversal.Reverse(first, second, log.Count);
                LayDown(first);
            }
        }

        for (int thread = 0; thread < machine.Activities; thread++)
        {
            if (Blocked.FirstOf(machine, log, thread) is >= 0 and int first)
            {
                reversal.ReverseBlocked(first, thread, machine.PendingOf(thread));
                LayDown(first);
            }
        }
    }

    private void LayDown(int depth)
    {
        if (!sleep.AnyMayBegin(depth, reversal))
            tree.Insert(depth, reversal);
    }

    private bool GoBack()
    {
        while (log.Count > 0)
        {
            int depth = log.Count - 1;
            sleep.FallAsleep(depth, log[depth].Thread, log[depth].Operation);
            log.Back();
            tree.Done(depth);
            firstNew = depth;
            if (tree.First(depth) >= 0)
                return true;
        }

        return false;
    }
}
