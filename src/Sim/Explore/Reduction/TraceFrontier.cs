using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Reduction;

/// <summary>Cuts the tree of all traces into parts that know nothing of each other, so that many workers or machines
/// can explore one each. The parts hang on the program alone.</summary>
/// <remarks>At a state that is cut, every thread that can make a step begins a part, with those before it asleep: then
/// no race can ask for another branch there, and sleep sets keep a trace from being in two parts. The argument is in
/// docs/ARCHITECTURE.md.</remarks>
internal sealed class TraceFrontier
{
    private readonly ThreadMachine machine;
    private readonly LaterTouches later;

    private TraceFrontier(ThreadProgram program)
    {
        machine = new ThreadMachine(program) { GoesOn = true };
        later = new LaterTouches(program);
    }

    /// <summary>The parts, in order.</summary>
    /// <param name="program">At most 64 threads.</param>
    /// <param name="parts">About how many; fewer where there are not so many.</param>
    public static IReadOnlyList<TracePrefix> Of(ThreadProgram program, int parts)
    {
        TraceFrontier frontier = new(program);
        List<TracePrefix> level = [TracePrefix.Empty];
        for (int depth = 0; level.Count < parts; depth++)
        {
            List<TracePrefix> next = [];
            foreach (TracePrefix prefix in level)
            {
                if (prefix.Schedule.Count < depth || !frontier.Expand(prefix, next))
                    next.Add(prefix);
            }

            if (next.TrueForAll(prefix => prefix.Schedule.Count <= depth))
                return next;
            level = next;
        }

        return level;
    }

    /// <summary>Adds what a part is made of, one event later.</summary>
    /// <returns>False when it is a whole trace already.</returns>
    private bool Expand(TracePrefix prefix, List<TracePrefix> into)
    {
        Go(prefix);
        if (machine.Count == 0)
            return false;
        int[] threads = new int[machine.Count];
        Operation[] pending = new Operation[machine.Activities];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = machine[i];
            pending[threads[i]] = machine.PendingOf(threads[i]);
        }

        ulong before = prefix.Asleep;
        foreach (int thread in threads)
        {
            if ((prefix.Asleep & (1UL << thread)) != 0)
                continue;
            ulong asleep = 0;
            foreach (int other in threads)
            {
                if ((before & (1UL << other)) != 0 && !pending[other].Conflicts(pending[thread]))
                    asleep |= 1UL << other;
            }

            before |= 1UL << thread;
            TracePrefix part = new([.. prefix.Schedule, thread], asleep);
            Go(part);
            if (later.CanAllWake(machine, asleep))
                into.Add(part);
        }

        return true;
    }

    private void Go(TracePrefix prefix)
    {
        machine.Reset();
        foreach (int thread in prefix.Schedule)
            machine.Step(thread);
    }
}
