using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Kernel.Doors;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Kernel;

/// <summary>The simulated host as one activity sees it.</summary>
internal sealed class SimHost(Machine machine, Activity activity) : IMachine, IClock, IOutside, ISourceTrack, IOutsiders
{
    private SimFileSystem? files;

    public IFileSystem Files => files ??= new SimFileSystem(machine, activity);

    public IClock Clock => this;

    public IOutside Outside => this;

    public TimeSpan Now
    {
        get
        {
            machine.Observed.Touch(Facet.Clock, 0, AccessKind.Read);
            activity.History = activity.History.Add(machine.Now.Ticks);
            return machine.Now;
        }
    }

    public IMounts Mounts => machine.Doors.Mounts;

    public IProcesses Processes => machine.Doors.Programs;

    public IAccounts Accounts => machine.Doors.Accounts;

    public void StandsAt(SourcePlace place) => activity.Track = place;

    public FilePath FreshName()
    {
        FilePath name = machine.NextName();
        activity.History = activity.History.Add(name.Bytes);
        return name;
    }

    public IActivity Fork(string name, Func<IHost, ValueTask> body) => machine.Start(name, body);

    public IActivity Fork(string name, Func<IMachine, ValueTask> body) =>
        machine.Start(name, host => body((IMachine)host));

    public ValueTask<Result<IAutomounter>> OpenAutomounter(FilePath directory, TimeSpan timeout) =>
        machine.Doors.Open(directory);

    public IMailbox<TKind> NewMailbox<TKind>(string name)
        where TKind : struct, Enum => machine.Doors.NewMailbox<TKind>(name);

    public void PostWhenUnlocked<TKind>(Handle file, IMailbox<TKind> mailbox, Letter<TKind> letter)
        where TKind : struct, Enum =>
        machine.Doors.Watch(activity.Calls, file, () => mailbox.Post(letter));

    public void Reach<TPoint>(TPoint point)
        where TPoint : struct, Enum
    {
        machine.Observed.Touch(Facet.Ledger, 0, AccessKind.Read);
        if (machine.Ledger.Reach(activity.Name, point))
            machine.ChangeLedger();
    }

    public ValueTask WaitUntil(TimeSpan time)
    {
        machine.Observed.Touch(Facet.Clock, 0, AccessKind.Write);
        if (time <= machine.Now)
        {
            activity.History = activity.History.Add(machine.Now.Ticks);
            return ValueTask.CompletedTask;
        }

        activity.WakeAt = time;
        return WaitForTurn(time);
    }

    public ValueTask<Errno> Hand(FilePath channel, FilePath subject, ReadOnlyMemory<byte> bytes) =>
        activity.Admit(new OtherCall(OtherCallKind.Hand, channel, subject, default))
            ? new(HandNow(channel, subject, bytes))
            : HandLater(channel, subject, bytes);

    private async ValueTask WaitForTurn(TimeSpan time)
    {
        if (!activity.Admit(new OtherCall(OtherCallKind.Wait, default, default, time)))
            await activity.Turn();
        activity.History = activity.History.Add(machine.Now.Ticks);
        machine.Made(activity);
    }

    private async ValueTask<Errno> HandLater(FilePath channel, FilePath subject, ReadOnlyMemory<byte> bytes)
    {
        await activity.Turn();
        return HandNow(channel, subject, bytes);
    }

    private Errno HandNow(FilePath channel, FilePath subject, ReadOnlyMemory<byte> bytes)
    {
        machine.Ledger.Hand(activity.Name, channel, subject, bytes.Span);
        machine.ChangeLedger();
        activity.History = activity.History.Add(1);
        machine.Made(activity);
        return Errno.Ok;
    }

    bool IOutsiders.AreThere => machine.Doors.Outsiders.AreThere;

    void IOutsiders.Expect(ProgramHabits habits) => machine.Doors.Outsiders.Expect(habits);

    IActivity IOutsiders.Start(string name, Func<IMachine, ValueTask> body) =>
        machine.Doors.Outsiders.Start(name, body);

    ValueTask IOutsiders.AllGone() => machine.Doors.Outsiders.AllGone();

    ValueTask<Errno> IOutsiders.Enter(FilePath name) => machine.Doors.Outsiders.Enter(name);

    ValueTask IOutsiders.Leave(FilePath name) => machine.Doors.Outsiders.Leave(name);

    ValueTask IOutsiders.Lock(IMachine host, FilePath path) => machine.Doors.Outsiders.Lock(host, path);
}
