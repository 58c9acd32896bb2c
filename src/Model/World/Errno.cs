namespace TwoDoors.Model.World;

/// <summary>Why a call failed: the closed set of numbers a file call of Linux may answer with.</summary>
/// <remarks>The values are those of Linux on every architecture .NET runs on. Source: errno(3);
/// asm-generic/errno-base.h and errno.h.</remarks>
public enum Errno
{
    /// <summary>The call did what it was asked.</summary>
    Ok = 0,

    /// <summary>The operation is not permitted to this user, or not on this kind of file.</summary>
    EPERM = 1,

    /// <summary>A component of the path does not exist.</summary>
    ENOENT = 2,

    /// <summary>There is no such process or group.</summary>
    ESRCH = 3,

    /// <summary>A signal came first; nothing was done.</summary>
    EINTR = 4,

    /// <summary>The device failed. After fsync: the pages may be gone, never retry on the same file.</summary>
    EIO = 5,

    /// <summary>No such device, or a FIFO without a reader.</summary>
    ENXIO = 6,

    /// <summary>The arguments of a program are too long.</summary>
    E2BIG = 7,

    /// <summary>A file is no program.</summary>
    ENOEXEC = 8,

    /// <summary>The handle is closed, or not open for this.</summary>
    EBADF = 9,

    /// <summary>There is no such child to wait for.</summary>
    ECHILD = 10,

    /// <summary>The call would have to wait.</summary>
    EAGAIN = 11,

    /// <summary>Memory ran out.</summary>
    ENOMEM = 12,

    /// <summary>The permission bits forbid it.</summary>
    EACCES = 13,

    /// <summary>The name is a mount point or in use by the system.</summary>
    EBUSY = 16,

    /// <summary>The name exists.</summary>
    EEXIST = 17,

    /// <summary>The two names are on different file systems.</summary>
    EXDEV = 18,

    /// <summary>No such device.</summary>
    ENODEV = 19,

    /// <summary>A component used as a directory is not one.</summary>
    ENOTDIR = 20,

    /// <summary>A directory stands where a file is needed.</summary>
    EISDIR = 21,

    /// <summary>An argument has no meaning here.</summary>
    EINVAL = 22,

    /// <summary>The system's table of open files is full.</summary>
    ENFILE = 23,

    /// <summary>The process's table of open files is full.</summary>
    EMFILE = 24,

    /// <summary>Not a terminal, or an ioctl the file does not know.</summary>
    ENOTTY = 25,

    /// <summary>The file is being executed.</summary>
    ETXTBSY = 26,

    /// <summary>The file would grow past the largest size.</summary>
    EFBIG = 27,

    /// <summary>The device is full.</summary>
    ENOSPC = 28,

    /// <summary>The handle cannot seek.</summary>
    ESPIPE = 29,

    /// <summary>The file system is mounted read-only.</summary>
    EROFS = 30,

    /// <summary>The file has as many names as it can have.</summary>
    EMLINK = 31,

    /// <summary>Nobody reads at the other end, and nobody ever will.</summary>
    EPIPE = 32,

    /// <summary>The answer does not fit the buffer.</summary>
    ERANGE = 34,

    /// <summary>Two lockers would wait for each other.</summary>
    EDEADLK = 35,

    /// <summary>A component or the whole path is too long.</summary>
    ENAMETOOLONG = 36,

    /// <summary>The lock table is full.</summary>
    ENOLCK = 37,

    /// <summary>The kernel does not know the call.</summary>
    ENOSYS = 38,

    /// <summary>The directory has entries.</summary>
    ENOTEMPTY = 39,

    /// <summary>Too many symbolic links, or one where none is allowed.</summary>
    ELOOP = 40,

    /// <summary>The value does not fit the type.</summary>
    EOVERFLOW = 75,

    /// <summary>The file system cannot do this.</summary>
    EOPNOTSUPP = 95,

    /// <summary>The server's file is gone.</summary>
    ESTALE = 116,

    /// <summary>The user's quota is used up.</summary>
    EDQUOT = 122,
}
