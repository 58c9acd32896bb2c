using System.Threading.Tasks.Sources;
using TwoDoors.Model.Claims;
using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Kernel;

/// <summary>A coroutine of protocol code: it runs on the explorer's one thread, from one port call to the
/// next.</summary>
/// <remarks>It is its own awaitable: at most one call of an activity is pending, so no other object is needed. A call
/// that the driver lets pass at once never suspends the coroutine at all.</remarks>
public sealed class Activity : IValueTaskSource, IActivity
{
    private readonly Machine machine;
    private Action<object?>? continuation;
    private object? continuationState;

    internal Activity(Machine machine, string name, int index, FileCalls calls)
    {
        this.machine = machine;
        Name = name;
        Index = index;
        Calls = calls;
        Host = new SimHost(machine, this);
    }

    /// <summary>For traces.</summary>
    public string Name { get; }

    /// <summary>How many activities were made before it in this boot.</summary>
    public int Index { get; }

    /// <summary>Index of the activity that made it; -1 for the first.</summary>
    internal int Maker { get; init; }

    /// <summary>The file call it stands before, unless <see cref="PendingOther"/> says something else.</summary>
    public PendingCall Pending { get; private set; }

    /// <summary>What it stands before, when that is not a file call: to hand something over, or to wait.</summary>
    public OtherCall PendingOther { get; private set; }

    /// <summary>The label of the call that was made last; set only while the machine records.</summary>
    public string? LastCall { get; internal set; }

    /// <summary>What this call answered, for timelines; set only while the machine records.</summary>
    public string? LastResult { get; internal set; }

    /// <summary>Where the call that it stands before, or has just made, is written; set only while the machine
    /// records.</summary>
    public SourcePlace? PendingAt { get; private set; }

    /// <summary>Where the text of its next calls stands, if its protocol says so.</summary>
    internal SourcePlace? Track { get; set; }

    /// <summary>Everything that it was ever answered: two activities of the same body with the same history are in
    /// the same state.</summary>
    public Fingerprint History { get; internal set; }

    /// <summary>Calls that all had made when it began to stand where it stands.</summary>
    internal int ReadySince { get; set; }

    /// <summary>True when it has ended.</summary>
    public bool Ended { get; internal set; }

    /// <summary>The files as its process sees them.</summary>
    public FileCalls Calls { get; }

    internal SimHost Host { get; }

    /// <summary>When it waits for the clock, until when; else null.</summary>
    internal TimeSpan? WakeAt { get; set; }

    /// <summary>When it waits for something else than the clock: whether that has come. Null: it waits for nothing
    /// else.</summary>
    internal Func<bool>? Awaits { get; set; }

    /// <summary>True when it is no part of the processes that a crash of them ends: a user, a program.</summary>
    internal bool Outlives { get; init; }

    /// <summary>True when it stands before a call.</summary>
    internal bool Parked { get; set; }

    internal List<Activity> Joiners { get; } = [];

    /// <summary>The activities whose end it has waited for, directly or not, as bits by their
    /// <see cref="Slot"/>.</summary>
    internal ulong Joined { get; set; }

    /// <summary>Its place among the activities since the processes were started.</summary>
    internal int Slot => Index % Machine.ActivitiesMax;

    /// <summary>Asks for a turn. True: make the call now. False: await <see cref="Turn"/> first.</summary>
    internal bool Admit(in PendingCall call)
    {
        if (machine.KeepsCalls)
        {
            Pending = call;
            PendingOther = default;
        }

        if (machine.Recording)
            Locate();
        return machine.Admit(this);
    }

    /// <summary>Asks for a turn for something that is not a file call.</summary>
    internal bool Admit(in OtherCall call)
    {
        if (machine.KeepsCalls)
            PendingOther = call;
        if (machine.Recording)
            Locate();
        return machine.Admit(this);
    }

    /// <summary>The protocol is on the stack now; when its turn comes, it may not be.</summary>
    private void Locate() => PendingAt = Track ?? machine.Caller?.Invoke();

    /// <summary>The call it stands before, in words.</summary>
    public string DescribePending() => PendingOther.Kind switch
    {
        OtherCallKind.Hand => $"hand {PendingOther.Subject} to {PendingOther.Channel}",
        OtherCallKind.Wait => $"wait until {PendingOther.Until}",
        OtherCallKind.Door => $"{PendingOther.Channel} {PendingOther.Subject}".TrimEnd(),
        _ => Pending.Describe(Calls),
    };

    /// <summary>Notes what the call it stands before may touch.</summary>
    /// <param name="crashes">False where no crash of the host can come any more.</param>
    /// <param name="into">Gets the accesses.</param>
    internal void Foresee(bool crashes, AccessList into)
    {
        switch (PendingOther.Kind)
        {
            case OtherCallKind.None:
                Calls.Foresee(Pending, crashes, into);
                break;
            case OtherCallKind.Hand:
                into.Touch(Facet.Ledger, 0, AccessKind.Write);
                break;
            default:
                into.Touch(Facet.Clock, 0, AccessKind.Write);
                break;
        }
    }

    /// <summary>Ends when the driver gives this activity its turn.</summary>
    internal ValueTask Turn() => new(this, 0);

    /// <summary>Ends when <see cref="Resume"/> is called for another reason than a turn: a join.</summary>
    internal ValueTask Wait() => new(this, 0);

    /// <summary>Goes on after an await of this object.</summary>
    internal void Resume()
    {
        Parked = false;
        Action<object?> next = continuation
            ?? throw new InvalidOperationException($"{Name} awaits something that is not a port of its host");
        object? state = continuationState;
        continuation = null;
        continuationState = null;
        next(state);
    }

    /// <inheritdoc/>
    public async ValueTask Join()
    {
        Activity joiner = machine.Current;
        machine.Observed.Touch(Facet.Activities, Slot + 1, AccessKind.Read);
        if (!Ended)
        {
            Joiners.Add(joiner);
            await joiner.Wait();
        }

        joiner.Joined |= Joined | (1UL << Slot);
    }

    /// <inheritdoc/>
    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) =>
        ValueTaskSourceStatus.Pending;

    /// <inheritdoc/>
    void IValueTaskSource.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        this.continuation = continuation;
        continuationState = state;
    }

    /// <inheritdoc/>
    void IValueTaskSource.GetResult(short token)
    {
    }

}
