using TwoDoors.Model.World;

namespace TwoDoors.Real.Cli;

/// <summary>What an errno says, for people.</summary>
internal static class ErrnoMeaning
{
    /// <summary>A clause without a full stop.</summary>
    public static string Of(Errno errno) => errno switch
    {
        Errno.EPERM => "not permitted to this user, or not on this kind of file",
        Errno.ENOENT => "a component of the path does not exist",
        Errno.EINTR => "a signal came first",
        Errno.EIO => "the device failed",
        Errno.EAGAIN => "not now, somebody else is at work: try again later",
        Errno.ENOMEM => "memory ran out",
        Errno.EACCES => "the permission bits forbid it",
        Errno.EBUSY => "in use by the system",
        Errno.EEXIST => "the name exists",
        Errno.EXDEV => "the names are on different file systems",
        Errno.ENODEV => "no such device",
        Errno.ENOTDIR => "a component used as a directory is not one",
        Errno.EISDIR => "a directory stands where a file is needed",
        Errno.EINVAL => "the file system cannot do this",
        Errno.ENFILE => "the system's table of open files is full",
        Errno.EMFILE => "the process's table of open files is full",
        Errno.EFBIG => "the file would grow past the largest size",
        Errno.ENOSPC => "the device is full",
        Errno.EROFS => "the file system is read-only",
        Errno.EMLINK => "the file has as many names as it can have",
        Errno.ENAMETOOLONG => "a name or the path is too long",
        Errno.ENOLCK => "the lock table is full",
        Errno.ENOSYS => "the kernel does not know the call",
        Errno.ENOTEMPTY => "the directory has entries",
        Errno.ELOOP => "too many symbolic links, or one where none is allowed",
        Errno.EOPNOTSUPP => "the file system cannot do this",
        Errno.ESTALE => "the server's file is gone",
        Errno.EDQUOT => "the user's quota is used up",
        _ => "the call failed",
    };
}
