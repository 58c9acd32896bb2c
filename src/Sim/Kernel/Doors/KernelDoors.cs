using TwoDoors.Model.Claims;
using TwoDoors.Model.World;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Kernel.Doors;

/// <summary>What a simulated kernel keeps besides files: mounts, programs, the automount door, and the letters of the
/// protocol's own process.</summary>
internal sealed class KernelDoors
{
    private readonly Machine machine;
    private readonly List<IHashed> mailboxes = [];
    private readonly List<LockWatch> watches = [];
    private readonly ReadOnlyView files;

    public KernelDoors(Machine machine)
    {
        this.machine = machine;
        files = new ReadOnlyView(machine.Kernel);
        Mounts = new SimMounts(this);
        Programs = new SimPrograms(this);
        Accounts = new SimAccounts(this);
        Outsiders = new Outsiders(this);
    }

    public Machine Machine => machine;

    public SimMounts Mounts { get; }

    public SimPrograms Programs { get; }

    public SimAccounts Accounts { get; }

    public Outsiders Outsiders { get; }

    /// <summary>The automount door, once it was opened in this boot.</summary>
    public SimAutomounter? Automounter { get; private set; }

    /// <summary>The host starts: nothing is mounted, nothing runs.</summary>
    public void Boot()
    {
        bool wasUsed = Automounter is not null;
        Automounter = null;
        Mounts.Clear();
        Programs.Clear();
        Outsiders.Clear();
        mailboxes.Clear();
        watches.Clear();
        if (wasUsed || machine.Ledger is IWitness)
            Tell(HappeningKind.Started);
    }

    /// <summary>The protocol's process is gone; the kernel is not.</summary>
    public void KillProcesses()
    {
        mailboxes.Clear();
        watches.Clear();
        Programs.Orphan();
        Automounter?.LoseOwner();
    }

    public void Tell(
        HappeningKind kind, FilePath subject = default, FilePath other = default, long number = 0)
    {
        if (machine.Ledger is not IWitness witness)
            return;
        witness.See(new Happening(kind, machine.Now, subject, other, number));
        machine.ChangeLedger();
    }

    public IMailbox<TKind> NewMailbox<TKind>(string name)
        where TKind : struct, Enum
    {
        SimMailbox<TKind> made = new(this, name);
        mailboxes.Add(made);
        return made;
    }

    public async ValueTask<Result<IAutomounter>> Open(FilePath directory)
    {
        await Call("open automount", directory);
        Automounter ??= new SimAutomounter(this, directory);
        bool opened = Automounter.GetOwner();
        return Answer(opened ? new Result<IAutomounter>(Errno.Ok, Automounter) : Errno.EBUSY);
    }

    /// <summary>Somebody's lock on a file is waited for.</summary>
    public void Watch(FileCalls process, Handle file, Action post)
    {
        watches.Add(new LockWatch(process, file, post));
        LooksAtLocks();
    }

    public bool Exists(FilePath path) => files.Exists(path);

    /// <summary>Locks may have been given back: who waited for one is told.</summary>
    public void LooksAtLocks()
    {
        for (int i = watches.Count - 1; i >= 0; i--)
        {
            LockWatch watch = watches[i];
            if (watch.Process.IsLockedElsewhere(watch.File))
                continue;
            watches.RemoveAt(i);
            if (watch.Process.IsOpen(watch.File))
                watch.Post();
        }
    }

    /// <summary>Stands before a call, waits for what it needs, and has its turn.</summary>
    public ValueTask Call(
        string what, FilePath about = default, Func<bool>? ready = null, TimeSpan? until = null) =>
        machine.Await(
            machine.Current, new OtherCall(OtherCallKind.Door, FilePath.Of(what), about, default), ready, until);

    /// <summary>The call was made: its answer becomes part of the caller's history.</summary>
    public T Answer<T>(T answer, FilePath content = default, long number = 0)
    {
        Activity caller = machine.Current;
        string text = answer?.ToString() ?? "(none)";
        caller.History = caller.History.AddBlocks(System.Text.Encoding.UTF8.GetBytes(text))
            .Add(content.Bytes)
            .Add(number);
        if (machine.Recording)
            caller.LastResult = text;
        machine.Made(caller);
        return answer;
    }

    public Fingerprint Fingerprint()
    {
        if (Automounter is null && mailboxes.Count == 0 && watches.Count == 0)
            return default;
        Fingerprint sum = Model.Claims.Fingerprint.Empty.Add((long)watches.Count);
        foreach (IHashed mailbox in mailboxes)
            sum = mailbox.AddTo(sum);
        sum = Programs.AddTo(Mounts.AddTo(sum));
        return Automounter?.AddTo(sum) ?? sum;
    }

    private sealed record LockWatch(FileCalls Process, Handle File, Action Post);
}

/// <summary>A part of the kernel that state hashes have to know.</summary>
internal interface IHashed
{
    /// <summary>A sum followed by everything that decides how this part can go on.</summary>
    Fingerprint AddTo(Fingerprint sum);
}
