using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Kernel.Doors;

/// <summary>The kernel's side of autofs: one packet for a name however many wait for it, each token answered once, an
/// expiry that waits for its answer, and a door that outlives its owner.</summary>
/// <remarks>Time is not counted: a name that nobody is in may be offered at once, or never. Source: Linux
/// fs/autofs/waitq.c and expire.c.</remarks>
internal sealed class SimAutomounter(KernelDoors kernel, FilePath directory) : IAutomounter, IHashed
{
    private readonly List<Wait> waits = [];
    private uint tokens;
    private bool isClosed;
    private bool isOwned;

    public FilePath Directory => directory;

    /// <summary>Somebody's process takes the door.</summary>
    public bool GetOwner()
    {
        bool free = !isOwned;
        isOwned = true;
        return free;
    }

    /// <summary>The owner is gone. What it had read and not answered is offered to the next one again.</summary>
    public void LoseOwner()
    {
        isOwned = false;
        foreach (Wait wait in waits)
            wait.IsDelivered = false;
    }

    public async ValueTask<Result<AutomountPacket>> Next()
    {
        await kernel.Call("next packet", directory, () => isClosed || waits.Exists(IsNew));
        Wait? first = isClosed ? null : waits.Find(IsNew);
        if (first is null)
            return kernel.Answer<Result<AutomountPacket>>(Errno.EPIPE);
        first.IsDelivered = true;
        return kernel.Answer<Result<AutomountPacket>>(
            new AutomountPacket(first.IsExpiry, new AutomountToken(first.Token), first.Name, 0));
    }

    public async ValueTask<Errno> Ready(AutomountToken token)
    {
        await kernel.Call("ready", NameOf(token));
        return kernel.Answer(End(token, Errno.Ok));
    }

    public async ValueTask<Errno> Fail(AutomountToken token, Errno errno)
    {
        await kernel.Call($"fail with {errno}", NameOf(token));
        return kernel.Answer(End(token, errno));
    }

    public async ValueTask<Errno> Expire()
    {
        // Offered is what nobody is in now; somebody may come in before the answer.
        await kernel.Call("expire", directory, () => isClosed || kernel.Mounts.Unused.Any(IsQuiet));
        if (isClosed)
            return kernel.Answer(Errno.EPIPE);
        FilePath[] unused = [.. kernel.Mounts.Unused.Where(IsQuiet)];
        int which = unused.Length == 1
            ? 0
            : kernel.Machine.Ask("unused", [.. unused.Select(path => path.Name.ToString())]);
        Wait wait = new(++tokens, unused[which].Name, IsExpiry: true);
        waits.Add(wait);
        kernel.Answer(Errno.Ok);
        await kernel.Call("answer to expire", wait.Name, () => wait.Answer is not null || isClosed);
        return kernel.Answer(wait.Answer ?? Errno.EPIPE);
    }

    public async ValueTask<Errno> Close()
    {
        await kernel.Call("close automount", directory);
        isClosed = true;
        foreach (Wait wait in waits)
            wait.Answer ??= Errno.ENOENT;
        waits.Clear();
        return kernel.Answer(Errno.Ok);
    }

    /// <summary>A user comes in through a name: at once, or once the daemon has answered.</summary>
    public async ValueTask<Errno> Enter(FilePath name)
    {
        FilePath path = directory / name;
        await kernel.Call("enter", name);
        bool expires = waits.Exists(wait => wait.Name == name && wait.IsExpiry);
        if (kernel.Mounts.Has(path) && !expires)
            return EnterNow(path);
        if (isClosed)
            return kernel.Answer(Errno.ENOENT);
        kernel.Answer(Errno.Ok);
        while (true)
        {
            Wait wait = waits.Find(one => one.Name == name) ?? NewRequest(name);
            await kernel.Call("wait at", name, () => wait.Answer is not null);
            if (wait.Answer != Errno.Ok && !wait.IsExpiry)
                return kernel.Answer(wait.Answer!.Value);
            if (kernel.Mounts.Has(path))
                return EnterNow(path);
            if (isClosed || !wait.IsExpiry)
                return kernel.Answer(isClosed ? Errno.ENOENT : Errno.ELOOP);
            kernel.Answer(Errno.Ok);
        }
    }

    /// <summary>A user goes.</summary>
    public async ValueTask Leave(FilePath name)
    {
        await kernel.Call("leave", name);
        kernel.Mounts.Count(directory / name, -1);
        kernel.Tell(HappeningKind.Left, name);
        kernel.Answer(Errno.Ok);
    }

    public Fingerprint AddTo(Fingerprint sum)
    {
        sum = sum.Add(tokens).Add((isClosed ? 1L : 0L) + (isOwned ? 2L : 0L));
        foreach (Wait wait in waits)
        {
            sum = sum.Add(wait.Token).Add(wait.Name.Bytes)
                .Add((wait.IsExpiry ? 1L : 0L) + (wait.IsDelivered ? 2L : 0L));
        }

        return sum;
    }

    private static bool IsNew(Wait wait) => !wait.IsDelivered;

    private bool IsQuiet(FilePath path) => path.Parent == directory && !waits.Exists(wait => wait.Name == path.Name);

    private Wait NewRequest(FilePath name)
    {
        Wait made = new(++tokens, name, IsExpiry: false);
        waits.Add(made);
        kernel.Tell(HappeningKind.Asked, name);
        return made;
    }

    private Errno EnterNow(FilePath path)
    {
        kernel.Mounts.Count(path, 1);
        kernel.Tell(HappeningKind.Entered, path.Name);
        return kernel.Answer(Errno.Ok);
    }

    private FilePath NameOf(AutomountToken token) => waits.Find(wait => wait.Token == token.Number)?.Name ?? default;

    private Errno End(AutomountToken token, Errno errno)
    {
        Wait? wait = waits.Find(one => one.Token == token.Number);
        if (wait is null)
        {
            if (!isClosed)
                kernel.Tell(HappeningKind.AnsweredTwice, default, default, token.Number);
            return Errno.EINVAL;
        }

        wait.Answer = errno;
        waits.Remove(wait);
        if (!wait.IsExpiry)
        {
            kernel.Tell(
                errno == Errno.Ok ? HappeningKind.Answered : HappeningKind.Refused, wait.Name, default, (long)errno);
        }

        return Errno.Ok;
    }

    /// <summary>A name for which somebody, or the kernel itself, waits.</summary>
    private sealed record Wait(uint Token, FilePath Name, bool IsExpiry)
    {
        internal bool IsDelivered { get; set; }

        internal Errno? Answer { get; set; }
    }
}
