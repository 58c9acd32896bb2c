namespace TwoDoors.Model.World;

/// <summary>What is known about a file besides its bytes and names.</summary>
/// <remarks>Every call with a path may also answer EACCES, EBADF, EIO, ELOOP, ENAMETOOLONG, ENOENT and ENOTDIR.
/// A change is durable after a <see cref="IFileData.Sync"/> of the file. Source: path_resolution(7),
/// fsync(2).</remarks>
public interface IFileAttributes
{
    /// <summary>Looks through symbolic links.</summary>
    /// <returns>The status; EOVERFLOW.</returns>
    /// <remarks>Source: stat(2).</remarks>
    ValueTask<Result<FileStatus>> Stat(FilePath path, Handle at = default);

    /// <summary>Looks at a symbolic link itself.</summary>
    /// <returns>The status; EOVERFLOW.</returns>
    /// <remarks>Source: lstat(2).</remarks>
    ValueTask<Result<FileStatus>> LinkStat(FilePath path, Handle at = default);

    /// <summary>Looks at an open file.</summary>
    /// <returns>The status; EBADF, EIO, EOVERFLOW.</returns>
    /// <remarks>Source: fstat(2).</remarks>
    ValueTask<Result<FileStatus>> StatHandle(Handle file);

    /// <summary>Changes the permission bits.</summary>
    /// <returns>Ok; EPERM (not the owner), EROFS.</returns>
    /// <remarks>Source: chmod(2).</remarks>
    ValueTask<Errno> ChangeMode(FilePath path, int mode, Handle at = default);

    /// <summary>Changes the permission bits of an open file.</summary>
    /// <returns>Ok; EBADF, EIO, EPERM, EROFS.</returns>
    /// <remarks>Source: fchmod(2).</remarks>
    ValueTask<Errno> ChangeModeHandle(Handle file, int mode);

    /// <summary>Changes owner and group.</summary>
    /// <param name="path">Symbolic links are followed.</param>
    /// <param name="userId">-1 leaves it.</param>
    /// <param name="groupId">-1 leaves it.</param>
    /// <param name="at">A directory.</param>
    /// <returns>Ok; EPERM, EROFS, EDQUOT.</returns>
    /// <remarks>Clears set-user-id bits of files when done by an ordinary user. Source: chown(2).</remarks>
    ValueTask<Errno> ChangeOwner(FilePath path, int userId, int groupId, Handle at = default);

    /// <summary>Sets the time of last change.</summary>
    /// <param name="path">Symbolic links are followed.</param>
    /// <param name="modifiedNanoseconds">Since 1970.</param>
    /// <param name="at">A directory.</param>
    /// <returns>Ok; EPERM, EROFS.</returns>
    /// <remarks>Source: utimensat(2).</remarks>
    ValueTask<Errno> SetModified(FilePath path, long modifiedNanoseconds, Handle at = default);

    /// <summary>Cuts or extends a file by its name.</summary>
    /// <returns>Ok; EDQUOT, EFBIG, EINTR, EINVAL, EISDIR, ENOSPC, EPERM, EROFS, ETXTBSY.</returns>
    /// <remarks>Source: truncate(2).</remarks>
    ValueTask<Errno> TruncatePath(FilePath path, long lengthBytes);

    /// <summary>The file system that holds a path.</summary>
    /// <returns>Its status; ENOSYS, EOVERFLOW.</returns>
    /// <remarks>Source: statfs(2).</remarks>
    ValueTask<Result<FileSystemStatus>> StatFileSystem(FilePath path);

    /// <summary>Takes, changes or gives up the lock of an open file or directory, without waiting.</summary>
    /// <returns>Ok; EAGAIN (somebody else holds it), EBADF, EINTR, ENOLCK.</returns>
    /// <remarks>The lock belongs to the open file: another open of the same file, even in this process, conflicts
    /// with it; it goes with the last close, with the process and with a crash. It is advisory and never
    /// durable. A directory can be locked. Source: flock(2), with LOCK_NB.</remarks>
    ValueTask<Errno> Lock(Handle file, LockMode mode);
}
