using TwoDoors.Model.World;
using TwoDoors.Real.Linux;

namespace TwoDoors.Real.Posix;

/// <summary>What a file system may still write when its power is cut. The values are the kernel's.</summary>
public enum PowerCutKeeps
{
    /// <summary>Everything: a clean end.</summary>
    Everything = 0,

    /// <summary>The log in memory, so all changes of names; not the bytes of files.</summary>
    Log = 1,

    /// <summary>Nothing that is not on the disk by now.</summary>
    Nothing = 2,
}

/// <summary>Cuts a mounted ext4 or xfs off from its disk at this instant: every later call on it fails, and after
/// umount and mount it is what a crash would have left.</summary>
/// <remarks>Needs root. Source: FS_IOC_SHUTDOWN, linux/fs.h; used by xfstests for the same purpose.</remarks>
public static class PowerCut
{
    /// <summary>Cuts.</summary>
    /// <param name="mountPoint">Any directory on the file system.</param>
    /// <param name="keeps">What it may still write.</param>
    /// <returns>Ok; EPERM, ENOTTY (a file system without this).</returns>
    public static Errno At(FilePath mountPoint, PowerCutKeeps keeps)
    {
        PosixFileSystem files = new();
        Result<Handle> directory = Ended.Answer(files.Open(mountPoint, OpenFlags.ReadOnly | OpenFlags.Directory));
        if (!directory.IsOk)
            return directory.Errno;
        int result = Libc.Control(directory.Value.Number, Bits.ShutDown, (uint)keeps);
        Errno errno = result >= 0 ? Errno.Ok : LastErrno.Of("ioctl(FS_IOC_SHUTDOWN)");
        _ = Ended.Answer(files.Close(directory.Value));
        return errno;
    }
}
