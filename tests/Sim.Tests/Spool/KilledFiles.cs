using TwoDoors.Model.World;
using TwoDoors.Sim.Scenarios.Spool;

namespace TwoDoors.Sim.Tests.Spool;

/// <summary>Kills the process before its n-th change of the disk, until it is revived.</summary>
internal sealed class KilledFiles(IFileSystem inner) : WrappedFiles(inner)
{
    public int ChangesLeft { get; set; } = int.MaxValue;

    public override ValueTask<Result<Handle>> Open(FilePath path, OpenFlags flags, int mode = 0, Handle at = default)
    {
        if (flags.HasFlag(OpenFlags.Create))
            Change();
        return Inner.Open(path, flags, mode, at);
    }

    public override ValueTask<Errno> Sync(Handle file, string point)
    {
        Change();
        return Inner.Sync(file, point);
    }

    public override ValueTask<Errno> Unlink(FilePath path, Handle at = default)
    {
        Change();
        return Inner.Unlink(path, at);
    }

    public override ValueTask<Errno> Rename(FilePath from, FilePath to, RenameMode mode = RenameMode.Replace)
    {
        Change();
        return Inner.Rename(from, to, mode);
    }

    public override ValueTask<Errno> Link(FilePath existing, FilePath path)
    {
        Change();
        return Inner.Link(existing, path);
    }

    // The locks of the dead process are gone with it.
    public override ValueTask<Errno> Lock(Handle file, LockMode mode) => new(Errno.Ok);

    private void Change()
    {
        if (--ChangesLeft < 0)
            throw new KilledException();
    }
}

internal sealed class KilledException : Exception;
