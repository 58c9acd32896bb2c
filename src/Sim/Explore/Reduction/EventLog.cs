using System.Numerics;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Reduction;

/// <summary>The events of the current execution with their happens-before relation, and the races among them. It grows
/// and shrinks at its end, as the search goes on and goes back.</summary>
/// <remarks>A clock counts, for each thread, the events that happen before an event or are the event itself. Source:
/// Mattern, "Virtual time and global states", 1988.</remarks>
internal sealed class EventLog
{
    private readonly ThreadMachine machine;
    private readonly int threads;
    private readonly int stride;
    private readonly int[] head;
    private readonly int[] last;
    private readonly int[] spawnedBy;
    private readonly bool hasBlocks;
    private readonly OrderGate? gate;
    private LoggedEvent[] events = new LoggedEvent[64];
    private int[] schedule = new int[64];
    private ushort[] clocks;
    private int[] raceFirsts = new int[64];
    private int raceCount;

    /// <summary>An empty log.</summary>
    /// <param name="machine">It makes the events.</param>
    /// <param name="gate">Orders of events that are given, and so are no races; null for none.</param>
    public EventLog(ThreadMachine machine, OrderGate? gate = null)
    {
        this.machine = machine;
        this.gate = gate;
        threads = machine.Activities;
        int lanes = Vector<ushort>.Count;
        stride = (threads + lanes - 1) / lanes * lanes;
        clocks = new ushort[events.Length * stride];
        head = new int[machine.Program.SlotCount];
        last = new int[threads];
        spawnedBy = new int[threads];
        head.AsSpan().Fill(-1);
        last.AsSpan().Fill(-1);
        spawnedBy.AsSpan().Fill(-1);
        hasBlocks = machine.Program.Threads.Any(thread => thread.Blocks.Count > 0);
    }

    /// <summary>How many events there are; the event with index i was made at depth i.</summary>
    public int Count { get; private set; }

    /// <summary>True when there is no room for another event: clocks count the events of a thread in 16 bits. Who makes
    /// so many goes round a loop.</summary>
    public bool IsFull => Count == ushort.MaxValue;

    /// <summary>An event.</summary>
    public ref readonly LoggedEvent this[int index] => ref events[index];

    /// <summary>The events that race with this one and come before it: nothing else orders the two.</summary>
    public ReadOnlySpan<int> RacesOf(int second)
    {
        int end = second + 1 < Count ? events[second + 1].FirstRace : raceCount;
        return raceFirsts.AsSpan(events[second].FirstRace, end - events[second].FirstRace);
    }

    /// <summary>True when the first event happens before the second, or is it.</summary>
    public bool Before(int first, int second) =>
        clocks[(second * stride) + events[first].Thread] >= events[first].Place;

    /// <summary>True when the first event happens before what the thread does next in its own order.</summary>
    public bool BeforeNextOf(int first, int thread)
    {
        int own = last[thread] >= 0 ? last[thread] : spawnedBy[thread];
        return own >= 0 && Before(first, own);
    }

    /// <summary>The last event of the same thread before this one, or the one that spawned it; -1 for none.</summary>
    public int OwnBefore(int index) => events[index].Previous >= 0
        ? events[index].Previous
        : spawnedBy[events[index].Thread];

    /// <summary>Who made each event.</summary>
    public ReadOnlySpan<int> Schedule => schedule.AsSpan(0, Count);

    /// <summary>The clock of an event.</summary>
    public ReadOnlySpan<ushort> ClockOf(int index) => clocks.AsSpan(index * stride, threads);

    /// <summary>How many events a thread has made.</summary>
    public int MadeBy(int thread) => last[thread] < 0 ? 0 : events[last[thread]].Place;

    /// <summary>The last event that took this mutex, or -1.</summary>
    public int LastLock(int mutex)
    {
        int at = head[mutex];
        while (at >= 0 && events[at].Operation.Kind != OperationKind.Lock)
            at = events[at].SameObject;
        return at;
    }

    /// <summary>The thread makes its pending event on the machine; it is logged.</summary>
    public void Step(int thread)
    {
        (int spawned, int joined) = machine.RelationOf(thread);
        bool swaps = machine.StandsBeforeSwap(thread);
        int expected = swaps ? machine.SwapOf(thread).Expected : 0;
        machine.Step(thread);
        Operation operation = machine.LastOperation;
        int stored = operation.Kind == OperationKind.Write ? machine.ValueOf(operation.Object) : 0;
        Add(thread, operation, joined);
        ref LoggedEvent made = ref events[Count - 1];
        made.Stored = stored;
        made.IsSwap = swaps;
        made.Expected = expected;
        made.Spawned = spawned;
        if (spawned >= 0)
            spawnedBy[spawned] = Count - 1;
    }

    /// <summary>The last event is undone, on the machine too.</summary>
    public void Back()
    {
        ref LoggedEvent gone = ref events[--Count];
        raceCount = gone.FirstRace;
        last[gone.Thread] = gone.Previous;
        if (gone.Operation.Object >= 0)
            head[gone.Operation.Object] = gone.SameObject;
        if (gone.Spawned >= 0)
            spawnedBy[gone.Spawned] = -1;
        machine.Undo();
    }

    private void Add(int thread, in Operation operation, int joined)
    {
        Grow();
        int index = Count++;
        schedule[index] = thread;
        ref LoggedEvent added = ref events[index];
        int previous = last[thread];
        int own = previous >= 0 ? previous : spawnedBy[thread];
        Span<ushort> clock = clocks.AsSpan(index * stride, stride);
        if (own >= 0)
            clocks.AsSpan(own * stride, stride).CopyTo(clock);
        else
            clock.Clear();
        added = new LoggedEvent
        {
            Thread = thread,
            Operation = operation,
            Previous = previous,
            FirstRace = raceCount,
            Place = (ushort)(clock[thread] + 1),
            SameObject = -1,
            Spawned = -1,
        };
        last[thread] = index;
        if (joined >= 0 && last[joined] >= 0)
            Join(clock, last[joined]);
        if (gate is not null)
            OrderByGate(thread, added.Place, clock);
        Order(ref added, clock);
        clock[thread] = added.Place;
        if (operation.Object >= 0)
        {
            added.SameObject = head[operation.Object];
            head[operation.Object] = index;
        }
    }

    private void Order(ref LoggedEvent added, Span<ushort> clock)
    {
        switch (added.Operation.Kind)
        {
            case OperationKind.None or OperationKind.Unlock:
                break;
            case OperationKind.Lock:
                OrderLock(added.Thread, added.Operation.Object, clock);
                break;
            default:
                if (hasBlocks)
                    OrderAll(added.Operation, clock);
                else
                    OrderAccess(added.Operation, clock);
                break;
        }
    }

    /// <summary>A lock comes after the last unlock; it races with the lock before, which it could have come ahead
    /// of.</summary>
    private void OrderLock(int thread, int mutex, Span<ushort> clock)
    {
        int before = LastLock(mutex);
        if (before < 0)
            return;
        if (events[before].Thread != thread && clock[events[before].Thread] < events[before].Place)
            AddRace(before);
        Join(clock, head[mutex]);
    }

    /// <summary>Everything before the last write happens before that write, so nobody has to look further
    /// back.</summary>
    private void OrderAccess(in Operation operation, Span<ushort> clock)
    {
        bool reads = operation.Kind == OperationKind.Read;
        for (int at = head[operation.Object]; at >= 0; at = events[at].SameObject)
        {
            bool wrote = events[at].Operation.Kind != OperationKind.Read;
            if (wrote || !reads)
                OrderAfter(at, clock);
            if (wrote)
                return;
        }
    }

    /// <summary>An event that had to come first is before this one, whatever they touch; there is no race.</summary>
    private void OrderByGate(int thread, int place, Span<ushort> clock)
    {
        foreach (OrderConstraint one in gate!.Of(thread))
        {
            if (one.SecondPlace != place)
                continue;
            int first = last[one.FirstThread];
            while (events[first].Place > one.FirstPlace)
                first = events[first].Previous;
            Join(clock, first);
        }
    }

    private void OrderAll(in Operation operation, Span<ushort> clock)
    {
        for (int at = Count - 2; at >= 0; at--)
        {
            if (events[at].Operation.Conflicts(operation))
                OrderAfter(at, clock);
        }
    }

    private void OrderAfter(int earlier, Span<ushort> clock)
    {
        if (clock[events[earlier].Thread] >= events[earlier].Place)
            return;
        AddRace(earlier);
        Join(clock, earlier);
    }

    private void Join(Span<ushort> clock, int other)
    {
        ReadOnlySpan<ushort> joined = clocks.AsSpan(other * stride, stride);
        for (int i = 0; i < stride; i += Vector<ushort>.Count)
        {
            Vector<ushort> both = Vector.Max(new Vector<ushort>(clock[i..]), new Vector<ushort>(joined[i..]));
            both.CopyTo(clock[i..]);
        }
    }

    private void AddRace(int first)
    {
        if (raceCount == raceFirsts.Length)
            Array.Resize(ref raceFirsts, raceCount * 2);
        raceFirsts[raceCount++] = first;
    }

    private void Grow()
    {
        if (Count < events.Length)
            return;
        Array.Resize(ref events, Count * 2);
        Array.Resize(ref schedule, Count * 2);
        Array.Resize(ref clocks, Count * 2 * stride);
    }
}
