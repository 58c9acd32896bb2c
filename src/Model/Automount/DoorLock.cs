using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <summary>Lock files, one for each door: LOCKS/NAME.lock. The daemon holds the shared lock while the door is open;
/// whoever holds the exclusive one keeps the door shut. That the file is there means nothing.</summary>
/// <remarks>Source: Autodir's "Backup locks": open, lock, look whether the file still has a name, and only who holds
/// the exclusive lock may unlink.</remarks>
internal sealed class DoorLock(IFileSystem files, FilePath locks)
{
    /// <summary>How often a lock file may be replaced under our hands before we give up for now.</summary>
    private const int TriesMax = 10;

    private const int OwnerWrites = 0x1A4;

    /// <summary>Takes the shared lock of a door.</summary>
    /// <returns>Ok, and the open lock file; EAGAIN, and the open lock file: somebody holds the exclusive lock; else
    /// what a call answered.</returns>
    public async ValueTask<(Errno Errno, Handle File)> Take(FilePath door)
    {
        for (int tries = 0; tries < TriesMax; tries++)
        {
            Result<Handle> opened = await files.Open(
                PathOf(door), OpenFlags.ReadWrite | OpenFlags.Create | OpenFlags.NoFollow, OwnerWrites);
            if (!opened.IsOk)
                return (opened.Errno, default);
            Errno locked = await files.Lock(opened.Value, LockMode.Shared);
            if (locked == Errno.EAGAIN || (locked == Errno.Ok && await IsNamed(opened.Value, door)))
                return (locked, opened.Value);
            await files.Close(opened.Value);
            if (locked != Errno.Ok)
                return (locked, default);
        }

        return (Errno.EBUSY, default);
    }

    /// <summary>Gives the lock back, or waits for it no longer, and removes the file if nobody else holds it.</summary>
    public async ValueTask Release(Handle file, FilePath door)
    {
        if (await files.Lock(file, LockMode.Exclusive) == Errno.Ok && await IsNamed(file, door))
            await files.Unlink(PathOf(door));
        await files.Close(file);
    }

    /// <summary>Linked, and under this very path: else the lock would be on a file that nobody else finds.</summary>
    private async ValueTask<bool> IsNamed(Handle file, FilePath door)
    {
        Result<FileStatus> held = await files.StatHandle(file);
        Result<FileStatus> named = await files.LinkStat(PathOf(door));
        return held.IsOk && named.IsOk
            && (held.Value.Inode, held.Value.FileSystem) == (named.Value.Inode, named.Value.FileSystem);
    }

    private FilePath PathOf(FilePath door) => locks / (door + ".lock");
}
