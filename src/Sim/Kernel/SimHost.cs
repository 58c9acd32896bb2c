using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Kernel;

/// <summary>The simulated host as one activity sees it.</summary>
internal sealed class SimHost(Machine machine, Activity activity) : IHost, IClock, IOutside, ISourceTrack
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

    public void StandsAt(SourcePlace place) => activity.Track = place;

    public FilePath FreshName()
    {
        FilePath name = machine.NextName();
        activity.History = activity.History.Add(name.Bytes);
        return name;
    }

    public IActivity Fork(string name, Func<IHost, ValueTask> body) => machine.Start(name, body);

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
}
