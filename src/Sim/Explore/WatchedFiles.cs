using TwoDoors.Model.World;

namespace TwoDoors.Sim.Explore;

/// <summary>Passes every call on; a <see cref="SyncWatch"/> hears of the sync points.</summary>
internal sealed class WatchedFiles(IFileSystem files, SyncWatch watch) : IFileSystem
{
    public ValueTask<Result<Handle>> Open(FilePath path, OpenFlags flags, int mode = 0, Handle at = default) =>
        files.Open(path, flags, mode, at);

    public ValueTask<Errno> Close(Handle file) => files.Close(file);

    public ValueTask<Result<int>> Read(Handle file, Memory<byte> buffer) => files.Read(file, buffer);

    public ValueTask<Result<int>> ReadAt(Handle file, Memory<byte> buffer, long offset) =>
        files.ReadAt(file, buffer, offset);

    public ValueTask<Result<int>> Write(Handle file, ReadOnlyMemory<byte> bytes) => files.Write(file, bytes);

    public ValueTask<Result<int>> WriteAt(Handle file, ReadOnlyMemory<byte> bytes, long offset) =>
        files.WriteAt(file, bytes, offset);

    public ValueTask<Result<long>> Seek(Handle file, long offset, SeekFrom origin) => files.Seek(file, offset, origin);

    public ValueTask<Errno> Truncate(Handle file, long lengthBytes) => files.Truncate(file, lengthBytes);

    public ValueTask<Errno> Sync(Handle file, string point)
    {
        watch.Hear(point);
        return files.Sync(file, point);
    }

    public ValueTask<Errno> SyncData(Handle file, string point)
    {
        watch.Hear(point);
        return files.SyncData(file, point);
    }

    public ValueTask<Errno> SyncFileSystem(Handle file, string point)
    {
        watch.Hear(point);
        return files.SyncFileSystem(file, point);
    }

    public ValueTask<Errno> MakeDirectory(FilePath path, int mode, Handle at = default) =>
        files.MakeDirectory(path, mode, at);

    public ValueTask<Errno> RemoveDirectory(FilePath path, Handle at = default) => files.RemoveDirectory(path, at);

    public ValueTask<Errno> Unlink(FilePath path, Handle at = default) => files.Unlink(path, at);

    public ValueTask<Errno> Rename(FilePath from, FilePath to, RenameMode mode = RenameMode.Replace) =>
        files.Rename(from, to, mode);

    public ValueTask<Errno> Link(FilePath existing, FilePath path) => files.Link(existing, path);

    public ValueTask<Errno> SymbolicLink(FilePath target, FilePath path, Handle at = default) =>
        files.SymbolicLink(target, path, at);

    public ValueTask<Result<FilePath>> ReadLink(FilePath path, Handle at = default) => files.ReadLink(path, at);

    public ValueTask<Result<DirectoryEntry?>> ReadDirectory(Handle directory) => files.ReadDirectory(directory);

    public ValueTask<Errno> RewindDirectory(Handle directory) => files.RewindDirectory(directory);

    public ValueTask<Errno> ChangeDirectory(FilePath path) => files.ChangeDirectory(path);

    public ValueTask<Result<FileStatus>> Stat(FilePath path, Handle at = default) => files.Stat(path, at);

    public ValueTask<Result<FileStatus>> LinkStat(FilePath path, Handle at = default) => files.LinkStat(path, at);

    public ValueTask<Result<FileStatus>> StatHandle(Handle file) => files.StatHandle(file);

    public ValueTask<Errno> ChangeMode(FilePath path, int mode, Handle at = default) =>
        files.ChangeMode(path, mode, at);

    public ValueTask<Errno> ChangeModeHandle(Handle file, int mode) => files.ChangeModeHandle(file, mode);

    public ValueTask<Errno> ChangeOwner(FilePath path, int userId, int groupId, Handle at = default) =>
        files.ChangeOwner(path, userId, groupId, at);

    public ValueTask<Errno> SetModified(FilePath path, long modifiedNanoseconds, Handle at = default) =>
        files.SetModified(path, modifiedNanoseconds, at);

    public ValueTask<Errno> TruncatePath(FilePath path, long lengthBytes) => files.TruncatePath(path, lengthBytes);

    public ValueTask<Result<FileSystemStatus>> StatFileSystem(FilePath path) => files.StatFileSystem(path);

    public ValueTask<Errno> Lock(Handle file, LockMode mode) => files.Lock(file, mode);
}
