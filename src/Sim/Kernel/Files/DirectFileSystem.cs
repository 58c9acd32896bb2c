using TwoDoors.Model.World;

namespace TwoDoors.Sim.Kernel.Files;

/// <summary>The port of one simulated process whose calls are done at once: no scheduler, no crash. For scripts
/// and tests.</summary>
public sealed class DirectFileSystem(FileCalls calls) : IFileSystem
{
    /// <summary>The process.</summary>
    public FileCalls Calls => calls;

    /// <summary>A process of root on a fresh, empty root file system, where nothing goes wrong.</summary>
    public static DirectFileSystem Fresh()
    {
        MountTable mounts = new([new Mount("/"u8, new Disk.Volume(1))]);
        return new DirectFileSystem(new FileCalls(new HostFiles(mounts, new QuietChoices(), new FaultBudget())));
    }

    /// <inheritdoc/>
    public ValueTask<Result<Handle>> Open(FilePath path, OpenFlags flags, int mode = 0, Handle at = default) =>
        new(calls.Open(path, flags, mode, at));

    /// <inheritdoc/>
    public ValueTask<Errno> Close(Handle file) => new(calls.Close(file));

    /// <inheritdoc/>
    public ValueTask<Result<int>> Read(Handle file, Memory<byte> buffer) => new(calls.Read(file, buffer));

    /// <inheritdoc/>
    public ValueTask<Result<int>> ReadAt(Handle file, Memory<byte> buffer, long offset) =>
        new(calls.ReadAt(file, buffer, offset));

    /// <inheritdoc/>
    public ValueTask<Result<int>> Write(Handle file, ReadOnlyMemory<byte> bytes) => new(calls.Write(file, bytes));

    /// <inheritdoc/>
    public ValueTask<Result<int>> WriteAt(Handle file, ReadOnlyMemory<byte> bytes, long offset) =>
        new(calls.WriteAt(file, bytes, offset));

    /// <inheritdoc/>
    public ValueTask<Result<long>> Seek(Handle file, long offset, SeekFrom origin) =>
        new(calls.Seek(file, offset, origin));

    /// <inheritdoc/>
    public ValueTask<Errno> Truncate(Handle file, long lengthBytes) => new(calls.Truncate(file, lengthBytes));

    /// <inheritdoc/>
    public ValueTask<Errno> Sync(Handle file, string point) => new(calls.Sync(file, point));

    /// <inheritdoc/>
    public ValueTask<Errno> SyncData(Handle file, string point) => new(calls.SyncData(file, point));

    /// <inheritdoc/>
    public ValueTask<Errno> SyncFileSystem(Handle file, string point) => new(calls.SyncFileSystem(file, point));

    /// <inheritdoc/>
    public ValueTask<Errno> MakeDirectory(FilePath path, int mode, Handle at = default) =>
        new(calls.MakeDirectory(path, mode, at));

    /// <inheritdoc/>
    public ValueTask<Errno> RemoveDirectory(FilePath path, Handle at = default) =>
        new(calls.RemoveDirectory(path, at));

    /// <inheritdoc/>
    public ValueTask<Errno> Unlink(FilePath path, Handle at = default) => new(calls.Unlink(path, at));

    /// <inheritdoc/>
    public ValueTask<Errno> Rename(FilePath from, FilePath to, RenameMode mode = RenameMode.Replace) =>
        new(calls.Rename(from, to, mode));

    /// <inheritdoc/>
    public ValueTask<Errno> Link(FilePath existing, FilePath path) => new(calls.Link(existing, path));

    /// <inheritdoc/>
    public ValueTask<Errno> SymbolicLink(FilePath target, FilePath path, Handle at = default) =>
        new(calls.SymbolicLink(target, path, at));

    /// <inheritdoc/>
    public ValueTask<Result<FilePath>> ReadLink(FilePath path, Handle at = default) => new(calls.ReadLink(path, at));

    /// <inheritdoc/>
    public ValueTask<Result<DirectoryEntry?>> ReadDirectory(Handle directory) => new(calls.ReadDirectory(directory));

    /// <inheritdoc/>
    public ValueTask<Errno> RewindDirectory(Handle directory) => new(calls.RewindDirectory(directory));

    /// <inheritdoc/>
    public ValueTask<Errno> ChangeDirectory(FilePath path) => new(calls.ChangeDirectory(path));

    /// <inheritdoc/>
    public ValueTask<Result<FileStatus>> Stat(FilePath path, Handle at = default) => new(calls.Stat(path, at));

    /// <inheritdoc/>
    public ValueTask<Result<FileStatus>> LinkStat(FilePath path, Handle at = default) => new(calls.LinkStat(path, at));

    /// <inheritdoc/>
    public ValueTask<Result<FileStatus>> StatHandle(Handle file) => new(calls.StatHandle(file));

    /// <inheritdoc/>
    public ValueTask<Errno> ChangeMode(FilePath path, int mode, Handle at = default) =>
        new(calls.ChangeMode(path, mode, at));

    /// <inheritdoc/>
    public ValueTask<Errno> ChangeModeHandle(Handle file, int mode) => new(calls.ChangeModeHandle(file, mode));

    /// <inheritdoc/>
    public ValueTask<Errno> ChangeOwner(FilePath path, int userId, int groupId, Handle at = default) =>
        new(calls.ChangeOwner(path, userId, groupId, at));

    /// <inheritdoc/>
    public ValueTask<Errno> SetModified(FilePath path, long modifiedNanoseconds, Handle at = default) =>
        new(calls.SetModified(path, modifiedNanoseconds, at));

    /// <inheritdoc/>
    public ValueTask<Errno> TruncatePath(FilePath path, long lengthBytes) => new(calls.TruncatePath(path, lengthBytes));

    /// <inheritdoc/>
    public ValueTask<Result<FileSystemStatus>> StatFileSystem(FilePath path) => new(calls.StatFileSystem(path));

    /// <inheritdoc/>
    public ValueTask<Errno> Lock(Handle file, LockMode mode) => new(calls.Lock(file, mode));
}
