using TwoDoors.Model.World;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Kernel;

internal sealed partial class SimFileSystem
{
    /// <inheritdoc/>
    public ValueTask<Errno> MakeDirectory(FilePath path, int mode, Handle at = default) =>
        activity.Admit(new PendingCall(FileCall.MakeDirectory, path, default, at))
            ? new(Done(calls.MakeDirectory(path, mode, at)))
            : MakeDirectoryLater(path, mode, at);

    /// <inheritdoc/>
    public ValueTask<Errno> RemoveDirectory(FilePath path, Handle at = default) =>
        activity.Admit(new PendingCall(FileCall.RemoveDirectory, path, default, at))
            ? new(Done(calls.RemoveDirectory(path, at)))
            : RemoveDirectoryLater(path, at);

    /// <inheritdoc/>
    public ValueTask<Errno> Unlink(FilePath path, Handle at = default) =>
        activity.Admit(new PendingCall(FileCall.Unlink, path, default, at))
            ? new(Done(calls.Unlink(path, at)))
            : UnlinkLater(path, at);

    /// <inheritdoc/>
    public ValueTask<Errno> Rename(FilePath from, FilePath to, RenameMode mode = RenameMode.Replace) =>
        activity.Admit(new PendingCall(FileCall.Rename, from, to, renameMode: mode))
            ? new(Done(calls.Rename(from, to, mode)))
            : RenameLater(from, to, mode);

    /// <inheritdoc/>
    public ValueTask<Errno> Link(FilePath existing, FilePath path) =>
        activity.Admit(new PendingCall(FileCall.Link, existing, path))
            ? new(Done(calls.Link(existing, path)))
            : LinkLater(existing, path);

    /// <inheritdoc/>
    public ValueTask<Errno> SymbolicLink(FilePath target, FilePath path, Handle at = default) =>
        activity.Admit(new PendingCall(FileCall.SymbolicLink, target, path, at))
            ? new(Done(calls.SymbolicLink(target, path, at)))
            : SymbolicLinkLater(target, path, at);

    /// <inheritdoc/>
    public ValueTask<Result<FilePath>> ReadLink(FilePath path, Handle at = default) =>
        activity.Admit(new PendingCall(FileCall.ReadLink, path, default, at))
            ? new(Done(calls.ReadLink(path, at)))
            : ReadLinkLater(path, at);

    /// <inheritdoc/>
    public ValueTask<Result<DirectoryEntry?>> ReadDirectory(Handle directory) =>
        activity.Admit(PendingCall.Of(FileCall.ReadDirectory, directory))
            ? new(Done(calls.ReadDirectory(directory)))
            : ReadDirectoryLater(directory);

    /// <inheritdoc/>
    public ValueTask<Errno> RewindDirectory(Handle directory) =>
        activity.Admit(PendingCall.Of(FileCall.RewindDirectory, directory))
            ? new(Done(calls.RewindDirectory(directory)))
            : RewindDirectoryLater(directory);

    /// <inheritdoc/>
    public ValueTask<Errno> ChangeDirectory(FilePath path) =>
        activity.Admit(new PendingCall(FileCall.ChangeDirectory, path))
            ? new(Done(calls.ChangeDirectory(path)))
            : ChangeDirectoryLater(path);

    private async ValueTask<Errno> MakeDirectoryLater(FilePath path, int mode, Handle at)
    {
        await activity.Turn();
        return Done(calls.MakeDirectory(path, mode, at));
    }

    private async ValueTask<Errno> RemoveDirectoryLater(FilePath path, Handle at)
    {
        await activity.Turn();
        return Done(calls.RemoveDirectory(path, at));
    }

    private async ValueTask<Errno> UnlinkLater(FilePath path, Handle at)
    {
        await activity.Turn();
        return Done(calls.Unlink(path, at));
    }

    private async ValueTask<Errno> RenameLater(FilePath from, FilePath to, RenameMode mode)
    {
        await activity.Turn();
        return Done(calls.Rename(from, to, mode));
    }

    private async ValueTask<Errno> LinkLater(FilePath existing, FilePath path)
    {
        await activity.Turn();
        return Done(calls.Link(existing, path));
    }

    private async ValueTask<Errno> SymbolicLinkLater(FilePath target, FilePath path, Handle at)
    {
        await activity.Turn();
        return Done(calls.SymbolicLink(target, path, at));
    }

    private async ValueTask<Result<FilePath>> ReadLinkLater(FilePath path, Handle at)
    {
        await activity.Turn();
        return Done(calls.ReadLink(path, at));
    }

    private async ValueTask<Result<DirectoryEntry?>> ReadDirectoryLater(Handle directory)
    {
        await activity.Turn();
        return Done(calls.ReadDirectory(directory));
    }

    private async ValueTask<Errno> RewindDirectoryLater(Handle directory)
    {
        await activity.Turn();
        return Done(calls.RewindDirectory(directory));
    }

    private async ValueTask<Errno> ChangeDirectoryLater(FilePath path)
    {
        await activity.Turn();
        return Done(calls.ChangeDirectory(path));
    }
}
