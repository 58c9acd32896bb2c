using TwoDoors.Model.World;

namespace TwoDoors.Real.Posix.Scripts;

/// <content>Names and attributes.</content>
internal sealed partial class RootedFiles
{
    /// <inheritdoc/>
    public ValueTask<Errno> MakeDirectory(FilePath path, int mode, Handle at = default) =>
        There(() => files.MakeDirectory(path, mode, at));

    /// <inheritdoc/>
    public ValueTask<Errno> RemoveDirectory(FilePath path, Handle at = default) =>
        There(() => files.RemoveDirectory(path, at));

    /// <inheritdoc/>
    public ValueTask<Errno> Unlink(FilePath path, Handle at = default) =>
        There(() => files.Unlink(path, at));

    /// <inheritdoc/>
    public ValueTask<Errno> Rename(FilePath from, FilePath to, RenameMode mode = RenameMode.Replace) =>
        There(() => files.Rename(from, to, mode));

    /// <inheritdoc/>
    public ValueTask<Errno> Link(FilePath existing, FilePath path) =>
        There(() => files.Link(existing, path));

    /// <inheritdoc/>
    public ValueTask<Errno> SymbolicLink(FilePath target, FilePath path, Handle at = default) =>
        There(() => files.SymbolicLink(target, path, at));

    /// <inheritdoc/>
    public ValueTask<Result<FilePath>> ReadLink(FilePath path, Handle at = default) =>
        There(() => files.ReadLink(path, at));

    /// <inheritdoc/>
    public ValueTask<Result<DirectoryEntry?>> ReadDirectory(Handle directory) =>
        There(() => files.ReadDirectory(directory));

    /// <inheritdoc/>
    public ValueTask<Errno> RewindDirectory(Handle directory) =>
        There(() => files.RewindDirectory(directory));

    /// <inheritdoc/>
    public ValueTask<Errno> ChangeDirectory(FilePath path) =>
        There(() => files.ChangeDirectory(path));

    /// <inheritdoc/>
    public ValueTask<Result<FileStatus>> Stat(FilePath path, Handle at = default) =>
        There(() => files.Stat(path, at));

    /// <inheritdoc/>
    public ValueTask<Result<FileStatus>> LinkStat(FilePath path, Handle at = default) =>
        There(() => files.LinkStat(path, at));

    /// <inheritdoc/>
    public ValueTask<Result<FileStatus>> StatHandle(Handle file) =>
        There(() => files.StatHandle(file));

    /// <inheritdoc/>
    public ValueTask<Errno> ChangeMode(FilePath path, int mode, Handle at = default) =>
        There(() => files.ChangeMode(path, mode, at));

    /// <inheritdoc/>
    public ValueTask<Errno> ChangeModeHandle(Handle file, int mode) =>
        There(() => files.ChangeModeHandle(file, mode));

    /// <inheritdoc/>
    public ValueTask<Errno> ChangeOwner(FilePath path, int userId, int groupId, Handle at = default) =>
        There(() => files.ChangeOwner(path, userId, groupId, at));

    /// <inheritdoc/>
    public ValueTask<Errno> SetModified(FilePath path, long modifiedNanoseconds, Handle at = default) =>
        There(() => files.SetModified(path, modifiedNanoseconds, at));

    /// <inheritdoc/>
    public ValueTask<Errno> TruncatePath(FilePath path, long lengthBytes) =>
        There(() => files.TruncatePath(path, lengthBytes));

    /// <inheritdoc/>
    public ValueTask<Result<FileSystemStatus>> StatFileSystem(FilePath path) =>
        There(() => files.StatFileSystem(path));

    /// <inheritdoc/>
    public ValueTask<Errno> Lock(Handle file, LockMode mode) =>
        There(() => files.Lock(file, mode));
}
