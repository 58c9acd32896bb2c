using TwoDoors.Model.World;

namespace TwoDoors.Sim.Scenarios.Spool;

/// <summary>A file system that passes every call on; a defect overrides what it spoils.</summary>
public abstract class WrappedFiles(IFileSystem inner) : IFileSystem
{
    /// <summary>Where the calls go.</summary>
    protected IFileSystem Inner => inner;

    /// <inheritdoc/>
    public virtual ValueTask<Result<Handle>> Open(FilePath path, OpenFlags flags, int mode = 0, Handle at = default) =>
        inner.Open(path, flags, mode, at);

    /// <inheritdoc/>
    public ValueTask<Errno> Close(Handle file) => inner.Close(file);

    /// <inheritdoc/>
    public ValueTask<Result<int>> Read(Handle file, Memory<byte> buffer) => inner.Read(file, buffer);

    /// <inheritdoc/>
    public ValueTask<Result<int>> ReadAt(Handle file, Memory<byte> buffer, long offset) =>
        inner.ReadAt(file, buffer, offset);

    /// <inheritdoc/>
    public ValueTask<Result<int>> Write(Handle file, ReadOnlyMemory<byte> bytes) => inner.Write(file, bytes);

    /// <inheritdoc/>
    public ValueTask<Result<int>> WriteAt(Handle file, ReadOnlyMemory<byte> bytes, long offset) =>
        inner.WriteAt(file, bytes, offset);

    /// <inheritdoc/>
    public ValueTask<Result<long>> Seek(Handle file, long offset, SeekFrom origin) => inner.Seek(file, offset, origin);

    /// <inheritdoc/>
    public ValueTask<Errno> Truncate(Handle file, long lengthBytes) => inner.Truncate(file, lengthBytes);

    /// <inheritdoc/>
    public virtual ValueTask<Errno> Sync(Handle file, string point) => inner.Sync(file, point);

    /// <inheritdoc/>
    public ValueTask<Errno> SyncData(Handle file, string point) => inner.SyncData(file, point);

    /// <inheritdoc/>
    public ValueTask<Errno> SyncFileSystem(Handle file, string point) => inner.SyncFileSystem(file, point);

    /// <inheritdoc/>
    public ValueTask<Errno> MakeDirectory(FilePath path, int mode, Handle at = default) =>
        inner.MakeDirectory(path, mode, at);

    /// <inheritdoc/>
    public ValueTask<Errno> RemoveDirectory(FilePath path, Handle at = default) => inner.RemoveDirectory(path, at);

    /// <inheritdoc/>
    public virtual ValueTask<Errno> Unlink(FilePath path, Handle at = default) => inner.Unlink(path, at);

    /// <inheritdoc/>
    public virtual ValueTask<Errno> Rename(FilePath from, FilePath to, RenameMode mode = RenameMode.Replace) =>
        inner.Rename(from, to, mode);

    /// <inheritdoc/>
    public virtual ValueTask<Errno> Link(FilePath existing, FilePath path) => inner.Link(existing, path);

    /// <inheritdoc/>
    public ValueTask<Errno> SymbolicLink(FilePath target, FilePath path, Handle at = default) =>
        inner.SymbolicLink(target, path, at);

    /// <inheritdoc/>
    public ValueTask<Result<FilePath>> ReadLink(FilePath path, Handle at = default) => inner.ReadLink(path, at);

    /// <inheritdoc/>
    public ValueTask<Result<DirectoryEntry?>> ReadDirectory(Handle directory) => inner.ReadDirectory(directory);

    /// <inheritdoc/>
    public ValueTask<Errno> RewindDirectory(Handle directory) => inner.RewindDirectory(directory);

    /// <inheritdoc/>
    public ValueTask<Errno> ChangeDirectory(FilePath path) => inner.ChangeDirectory(path);

    /// <inheritdoc/>
    public virtual ValueTask<Result<FileStatus>> Stat(FilePath path, Handle at = default) => inner.Stat(path, at);

    /// <inheritdoc/>
    public virtual ValueTask<Result<FileStatus>> LinkStat(FilePath path, Handle at = default) =>
        inner.LinkStat(path, at);

    /// <inheritdoc/>
    public ValueTask<Result<FileStatus>> StatHandle(Handle file) => inner.StatHandle(file);

    /// <inheritdoc/>
    public ValueTask<Errno> ChangeMode(FilePath path, int mode, Handle at = default) =>
        inner.ChangeMode(path, mode, at);

    /// <inheritdoc/>
    public ValueTask<Errno> ChangeModeHandle(Handle file, int mode) => inner.ChangeModeHandle(file, mode);

    /// <inheritdoc/>
    public ValueTask<Errno> ChangeOwner(FilePath path, int userId, int groupId, Handle at = default) =>
        inner.ChangeOwner(path, userId, groupId, at);

    /// <inheritdoc/>
    public ValueTask<Errno> SetModified(FilePath path, long modifiedNanoseconds, Handle at = default) =>
        inner.SetModified(path, modifiedNanoseconds, at);

    /// <inheritdoc/>
    public ValueTask<Errno> TruncatePath(FilePath path, long lengthBytes) => inner.TruncatePath(path, lengthBytes);

    /// <inheritdoc/>
    public ValueTask<Result<FileSystemStatus>> StatFileSystem(FilePath path) => inner.StatFileSystem(path);

    /// <inheritdoc/>
    public virtual ValueTask<Errno> Lock(Handle file, LockMode mode) => inner.Lock(file, mode);
}
