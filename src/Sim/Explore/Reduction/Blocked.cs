using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Reduction;

/// <summary>A thread that waits for a mutex at the end of an execution could have had it first.</summary>
internal static class Blocked
{
    /// <summary>The event that took the mutex for which a thread waits, if the thread could have taken it before; else
    /// -1.</summary>
    public static int FirstOf(ThreadMachine machine, EventLog log, int thread)
    {
        if (!machine.IsAlive(thread) || machine.CanRun(thread))
            return -1;
        Operation pending = machine.PendingOf(thread);
        if (pending.Kind != OperationKind.Lock)
            return -1;
        int first = log.LastLock(pending.Object);
        return log[first].Thread == thread || log.BeforeNextOf(first, thread) ? -1 : first;
    }
}
