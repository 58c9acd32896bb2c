using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Reduction;

/// <summary>What has to run from the state before an event so that a later event, which races with it, comes first:
/// everything after the first event that does not happen after it, and then the second one.</summary>
/// <remarks>Abdulla, Aronis, Jonsson, Sagonas, "Source Sets: A Foundation for Optimal Dynamic Partial Order Reduction",
/// J. ACM 64(4), 2017: the sequence v = notdep(e, E).e' there.</remarks>
internal sealed class Reversal(EventLog log, ThreadMachine machine)
{
    private ReversedEvent[] events = new ReversedEvent[64];

    /// <summary>How many events it has.</summary>
    public int Count { get; private set; }

    /// <summary>An event of it.</summary>
    public ref readonly ReversedEvent this[int index] => ref events[index];

    /// <summary>Becomes the reversal of a race of two events.</summary>
    /// <param name="first">The event that came first.</param>
    /// <param name="second">The event that comes first now.</param>
    /// <param name="end">Events from here on are left out.</param>
    public void Reverse(int first, int second, int end)
    {
        Collect(first, second, end);
        ref readonly LoggedEvent late = ref log[second];
        Operation operation = late.Operation;
        if (late.IsSwap)
            operation = new Operation(operation.Object, SwapKind(first, in late));
        Append(late.Thread, operation, second);
    }

    /// <summary>Becomes the reversal of a race with what a thread would do if it were not blocked.</summary>
    /// <param name="first">The event that came first.</param>
    /// <param name="thread">The blocked thread.</param>
    /// <param name="pending">What it waits for.</param>
    public void ReverseBlocked(int first, int thread, in Operation pending)
    {
        Collect(first, -1, log.Count);
        Append(thread, pending, -1);
    }

    /// <summary>Takes the first event of a thread out.</summary>
    public void Remove(int thread)
    {
        for (int i = 0; i < Count; i++)
        {
            if (events[i].Thread != thread)
                continue;
            events.AsSpan(i + 1, Count - i - 1).CopyTo(events.AsSpan(i));
            Count--;
            return;
        }
    }

    /// <summary>True when the thread may go first: its next step is an event of this sequence and depends on none
    /// before it, or it commutes with all of it. Weak initials in the paper.</summary>
    /// <param name="thread">A thread that can make a step before this sequence.</param>
    /// <param name="pending">What its next step touches.</param>
    public bool MayBegin(int thread, in Operation pending)
    {
        ReadOnlySpan<ReversedEvent> all = events.AsSpan(0, Count);
        foreach (ref readonly ReversedEvent one in all)
        {
            if (one.Thread == thread)
                return true;
            if (one.Operation.Conflicts(pending))
                return false;
        }

        return true;
    }

    /// <summary>The threads whose first event here depends on no other event here. Initials in the paper.</summary>
    /// <param name="latest">The one among them whose event comes last.</param>
    public ulong Initials(out int latest)
    {
        latest = -1;
        ulong met = 0;
        ulong initials = 0;
        for (int i = 0; i < Count; i++)
        {
            ulong bit = 1UL << events[i].Thread;
            if ((met & bit) == 0 && DependsOnNone(i))
            {
                initials |= bit;
                latest = events[i].Thread;
            }

            met |= bit;
        }

        return initials;
    }

    private bool DependsOnNone(int index)
    {
        for (int earlier = 0; earlier < index; earlier++)
        {
            if (events[index].Operation.Conflicts(events[earlier].Operation))
                return false;
            if (ComesAfter(events[earlier].Logged, in events[index]))
                return false;
        }

        return true;
    }

    /// <summary>Spawns and joins order events that touch nothing in common.</summary>
    private bool ComesAfter(int earlier, in ReversedEvent later)
    {
        if (earlier < 0 || later.Logged < 0)
            return false;
        int own = log.OwnBefore(later.Logged);
        if (own >= 0 && log.Before(earlier, own))
            return true;
        return later.Operation.Kind == OperationKind.None && log.Before(earlier, later.Logged);
    }

    private void Collect(int first, int second, int end)
    {
        Count = 0;
        for (int i = first + 1; i < end; i++)
        {
            if (i != second && !log.Before(first, i))
                Append(log[i].Thread, log[i].Operation, i);
        }
    }

    private void Append(int thread, in Operation operation, int logged)
    {
        if (Count == events.Length)
            Array.Resize(ref events, Count * 2);
        events[Count++] = new ReversedEvent(thread, operation, logged);
    }

    /// <summary>Does the compare-and-swap succeed now, with the value that it finds in its new place?</summary>
    private OperationKind SwapKind(int first, in LoggedEvent swap)
    {
        int slot = swap.Operation.Object;
        int value = machine.Program.InitialOf(slot);
        bool found = false;
        for (int i = Count - 1; i >= 0 && !found; i--)
            found = Wrote(events[i].Logged, slot, ref value);
        for (int i = first - 1; i >= 0 && !found; i--)
            found = Wrote(i, slot, ref value);
        return value == swap.Expected ? OperationKind.Write : OperationKind.Read;
    }

    private bool Wrote(int index, int slot, ref int value)
    {
        bool wrote = log[index].Operation.Object == slot && log[index].Operation.Kind == OperationKind.Write;
        if (wrote)
            value = log[index].Stored;
        return wrote;
    }
}

/// <summary>An event of a reversal.</summary>
/// <param name="Thread">Who makes it.</param>
/// <param name="Operation">What it touches.</param>
/// <param name="Logged">Its index in the log, or -1 where it was never made.</param>
internal readonly record struct ReversedEvent(int Thread, Operation Operation, int Logged);
