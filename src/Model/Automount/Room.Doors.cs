using TwoDoors.Model.Backup;
using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <content>The doors: who asks, the lock, the mount, the close.</content>
internal sealed partial class Room
{
    private const int RootOnly = 0x1C0;

    private async ValueTask Ask(DoorState door, AutomountToken token)
    {
        if (stopping)
        {
            await kernel.Fail(token, Errno.ENOENT);
            return;
        }

        if (door.Stage == DoorStage.Open)
        {
            await AnswerOpen(door, token);
            return;
        }

        door.Parked.Add(token);
        if (door.Stage == DoorStage.Shut)
            await TakeLock(door);
    }

    /// <summary>The door was open when we looked last. A request for it means that somebody else unmounted
    /// it.</summary>
    private async ValueTask AnswerOpen(DoorState door, AutomountToken token)
    {
        Result<FilePath?> mounted = await host.Mounts.MountedOn(PathOf(door));
        if (mounted is { IsOk: true, Value: not null })
        {
            await kernel.Ready(token);
            return;
        }

        await Shut(door);
        door.Parked.Add(token);
        await TakeLock(door);
    }

    /// <summary>The lock comes before anything is done to a backup: a backup that holds the lock of the low door is not
    /// ended by who comes through it.</summary>
    private async ValueTask TakeLock(DoorState door)
    {
        if (!options.Rules.LockBeforeBackup && stage == BackupStage.Running)
            await Terminate();
        if (locks is not null)
        {
            (Errno errno, Handle file) = await locks.Take(door.Name);
            if (errno is not (Errno.Ok or Errno.EAGAIN))
            {
                await Refuse(door, errno);
                return;
            }

            door.Lock = file;
            if (errno == Errno.EAGAIN)
            {
                host.Reach(RoomPoint.LockWaited);
                door.Stage = DoorStage.Locked;
                host.PostWhenUnlocked(file, mailbox, new Letter<RoomLetter>(RoomLetter.LockFree, 0, door.Name));
                return;
            }
        }

        door.Stage = DoorStage.Wanted;
    }

    private async ValueTask TryLockAgain(DoorState door)
    {
        if (door.Stage != DoorStage.Locked)
            return;
        await host.Files.Close(door.Lock!.Value);
        door.Lock = null;
        await TakeLock(door);
    }

    private async ValueTask Open(DoorState door)
    {
        Result<FilePath> real = await options.Module.Prepare(host, baseName);
        Errno errno = real.Errno;
        if (real.IsOk)
        {
            host.Reach(RoomPoint.Prepared);
            errno = options.Rules.OwedBeforeOpen ? await Owe() : Errno.Ok;
            if (errno == Errno.Ok)
                errno = await Show(door, real.Value);
        }

        if (errno != Errno.Ok)
        {
            await Refuse(door, errno);
            return;
        }

        host.Reach(RoomPoint.Opened);
        door.Stage = DoorStage.Open;
        foreach (AutomountToken token in door.Parked)
            await kernel.Ready(token);
        door.Parked.Clear();
    }

    private async ValueTask<Errno> Show(DoorState door, FilePath real)
    {
        FilePath path = PathOf(door);
        Result<FilePath?> mounted = await host.Mounts.MountedOn(path);
        if (mounted is { IsOk: true, Value: FilePath shown })
            return shown == real ? Errno.Ok : Errno.EBUSY;
        Errno made = await host.Files.MakeDirectory(path, RootOnly);
        if (made is not (Errno.Ok or Errno.EEXIST))
            return made;
        Errno bound = await host.Mounts.Bind(real, path);
        if (bound != Errno.Ok)
            await host.Files.RemoveDirectory(path);
        return bound;
    }

    /// <summary>Nothing of the request is left behind but what was owed before.</summary>
    private async ValueTask Refuse(DoorState door, Errno errno)
    {
        await Shut(door);
        foreach (AutomountToken token in door.Parked)
            await kernel.Fail(token, errno);
        door.Parked.Clear();
    }

    private async ValueTask Close(DoorState door, AutomountToken token)
    {
        Errno unmounted = await host.Mounts.Unmount(PathOf(door));
        if (unmounted is not (Errno.Ok or Errno.EINVAL or Errno.ENOENT))
        {
            // Busy is no reason to take it from who is in it, and none for a backup.
            await kernel.Fail(token, unmounted);
            return;
        }

        await host.Files.RemoveDirectory(PathOf(door));
        if (door.Stage == DoorStage.Open)
            await Shut(door);
        await kernel.Ready(token);
    }

    private async ValueTask Shut(DoorState door)
    {
        host.Reach(RoomPoint.Closed);
        door.Stage = DoorStage.Shut;
        if (door.Lock is Handle held)
            await locks!.Release(held, door.Name);
        door.Lock = null;
        if (!IsAnyOpen)
            LastDoorClosed();
    }

    private async ValueTask TakeOver(DoorState door)
    {
        door.Stage = DoorStage.Open;
        if (locks is null)
            return;
        (Errno errno, Handle file) = await locks.Take(door.Name);
        if (errno is Errno.Ok or Errno.EAGAIN)
            door.Lock = file;
    }

    private async ValueTask Stop()
    {
        stopping = true;
        foreach (DoorState door in doors.Values)
        {
            if (door.Stage is DoorStage.Locked or DoorStage.Wanted)
                await Refuse(door, Errno.ENOENT);
            if (door.Stage != DoorStage.Open)
                continue;
            if (await host.Mounts.Unmount(PathOf(door)) == Errno.Ok)
                await host.Files.RemoveDirectory(PathOf(door));

            // A door that somebody is in stays as it is: no longer ours, and closed by whoever starts next.
            await Shut(door);
        }
    }

    private FilePath PathOf(DoorState door) => options.Directory / door.Name;
}
