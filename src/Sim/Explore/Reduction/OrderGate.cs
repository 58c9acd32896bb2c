namespace TwoDoors.Sim.Explore.Reduction;

/// <summary>Keeps an execution within the constraints of a part.</summary>
internal sealed class OrderGate
{
    private readonly OrderConstraint[][] byThread;

    public OrderGate(IReadOnlyList<OrderConstraint> constraints, int threads)
    {
        byThread = new OrderConstraint[threads][];
        for (int thread = 0; thread < threads; thread++)
            byThread[thread] = [.. constraints.Where(one => one.SecondThread == thread)];
    }

    /// <summary>True when the next event of a thread has to wait for another one.</summary>
    public bool Holds(EventLog log, int thread)
    {
        foreach (ref readonly OrderConstraint one in byThread[thread].AsSpan())
        {
            if (one.SecondPlace == log.MadeBy(thread) + 1 && log.MadeBy(one.FirstThread) < one.FirstPlace)
                return true;
        }

        return false;
    }

    /// <summary>Those that the event of a thread at a place had to wait for.</summary>
    public ReadOnlySpan<OrderConstraint> Of(int thread) => byThread[thread];
}
