namespace TwoDoors.Model.World;

/// <summary>The bytes of files: open, read, write, make durable.</summary>
public interface IFileData
{
    /// <summary>Opens a file or a directory.</summary>
    /// <param name="path">Absolute, or relative to <paramref name="at"/>.</param>
    /// <param name="flags">How.</param>
    /// <param name="mode">Permission bits of a new file, before the umask; 0 to 0o7777.</param>
    /// <param name="at">A directory.</param>
    /// <returns>The lowest free descriptor; EACCES, EBADF (at), EDQUOT (a new name), EEXIST (Exclusive), EINTR,
    /// EINVAL (flags, or a name the file system cannot hold), EIO, EISDIR (a directory for writing), ELOOP, EMFILE,
    /// ENAMETOOLONG, ENFILE, ENOENT, ENOSPC (a new name), ENOTDIR, ENXIO, EOVERFLOW, EPERM, EROFS, ETXTBSY.</returns>
    /// <remarks>Durable: nothing. A new name needs <see cref="Sync"/> of its directory, the cut of Truncate a
    /// Sync of the file. Source: open(2); POSIX.1-2024 open, fsync.</remarks>
    ValueTask<Result<Handle>> Open(FilePath path, OpenFlags flags, int mode = 0, Handle at = default);

    /// <summary>Gives the handle back, and its locks with it.</summary>
    /// <returns>Ok; EBADF; on NFS, where it also writes back: EIO, ENOSPC, EDQUOT. The handle is gone in every
    /// case but EBADF; EINTR is answered as Ok, because Linux has closed it by then.</returns>
    /// <remarks>Durable: nothing (on NFS: the bytes). Source: close(2), NOTES; open(2), "close-to-open".</remarks>
    ValueTask<Errno> Close(Handle file);

    /// <summary>Reads at the handle's position and moves it.</summary>
    /// <returns>How many bytes came, 0 at the end; EBADF, EINTR, EIO (a latent sector), EISDIR.</returns>
    /// <remarks>Source: read(2).</remarks>
    ValueTask<Result<int>> Read(Handle file, Memory<byte> buffer);

    /// <summary>Reads at an offset; the position stays.</summary>
    /// <returns>As <see cref="Read"/>, and EINVAL for a negative offset, ESPIPE.</returns>
    /// <remarks>Source: pread(2).</remarks>
    ValueTask<Result<int>> ReadAt(Handle file, Memory<byte> buffer, long offset);

    /// <summary>Writes at the handle's position (at the end with Append) and moves it.</summary>
    /// <returns>How many bytes went, perhaps fewer than given (a short write: full device, quota, signal);
    /// EBADF, EDQUOT, EFBIG, EINTR, EINVAL, EIO, ENOSPC.</returns>
    /// <remarks>Durable: nothing, unless opened with Sync or DataSync. After a crash any of its sectors may be
    /// there without the others. Source: write(2).</remarks>
    ValueTask<Result<int>> Write(Handle file, ReadOnlyMemory<byte> bytes);

    /// <summary>Writes at an offset; the position stays.</summary>
    /// <returns>As <see cref="Write"/>, and ESPIPE. With Append, Linux appends whatever the offset.</returns>
    /// <remarks>Durable: as Write. Source: pwrite(2), BUGS.</remarks>
    ValueTask<Result<int>> WriteAt(Handle file, ReadOnlyMemory<byte> bytes, long offset);

    /// <summary>Moves the handle's position.</summary>
    /// <returns>The new position; EBADF, EINVAL (before the first byte), EOVERFLOW, ESPIPE.</returns>
    /// <remarks>Source: lseek(2).</remarks>
    ValueTask<Result<long>> Seek(Handle file, long offset, SeekFrom origin);

    /// <summary>Cuts or extends (with zeros) an open file.</summary>
    /// <returns>Ok; EBADF, EDQUOT, EFBIG, EINTR, EINVAL (negative, or not open for writing), EIO, ENOSPC,
    /// EROFS.</returns>
    /// <remarks>Durable: nothing; the old bytes may be back after a crash. Source: ftruncate(2).</remarks>
    ValueTask<Errno> Truncate(Handle file, long lengthBytes);

    /// <summary>Makes a file's bytes, length and attributes durable; of a directory, its entries.</summary>
    /// <param name="file">Open in any mode; a directory opened read-only.</param>
    /// <param name="point">The protocol's name for this sync, such as "fsync(m)": errors, traces and ablation
    /// cite it.</param>
    /// <returns>Ok; EBADF, EINTR, EINVAL (a file system that cannot sync a directory), EIO, ENOSPC, EDQUOT,
    /// EROFS. After EIO, ENOSPC or EDQUOT the pages may be marked clean: a second call may answer Ok for bytes
    /// that are lost, so it is never retried on the same file.</returns>
    /// <remarks>Durable: the file's bytes, length and attributes, or the directory's entries. Not the name of a
    /// file that was synced: that needs a Sync of its directory. Source: fsync(2), NOTES; POSIX.1-2024 fsync;
    /// Rebello et al., "Can Applications Recover from fsync Failures?", ATC 2020.</remarks>
    ValueTask<Errno> Sync(Handle file, string point);

    /// <summary>Makes a file's bytes durable, and its length where that is needed to read them.</summary>
    /// <returns>As <see cref="Sync"/>.</returns>
    /// <remarks>Durable: the bytes and the length; not mode, owner or times. Source: fdatasync(2).</remarks>
    ValueTask<Errno> SyncData(Handle file, string point);

    /// <summary>Makes everything on the handle's file system durable.</summary>
    /// <returns>Ok; EBADF, and since Linux 5.8 EIO, ENOSPC, EDQUOT of any write-back since the handle was
    /// opened.</returns>
    /// <remarks>Durable: all of the file system. Source: syncfs(2), BUGS.</remarks>
    ValueTask<Errno> SyncFileSystem(Handle file, string point);
}
