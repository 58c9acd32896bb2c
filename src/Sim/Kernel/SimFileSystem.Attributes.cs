using TwoDoors.Model.World;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Kernel;

internal sealed partial class SimFileSystem
{
    /// <inheritdoc/>
    public ValueTask<Result<FileStatus>> Stat(FilePath path, Handle at = default) =>
        activity.Admit(new PendingCall(FileCall.Stat, path, default, at))
            ? new(Done(calls.Stat(path, at)))
            : StatLater(path, at);

    /// <inheritdoc/>
    public ValueTask<Result<FileStatus>> LinkStat(FilePath path, Handle at = default) =>
        activity.Admit(new PendingCall(FileCall.LinkStat, path, default, at))
            ? new(Done(calls.LinkStat(path, at)))
            : LinkStatLater(path, at);

    /// <inheritdoc/>
    public ValueTask<Result<FileStatus>> StatHandle(Handle file) =>
        activity.Admit(PendingCall.Of(FileCall.StatHandle, file))
            ? new(Done(calls.StatHandle(file)))
            : StatHandleLater(file);

    /// <inheritdoc/>
    public ValueTask<Errno> ChangeMode(FilePath path, int mode, Handle at = default) =>
        activity.Admit(new PendingCall(FileCall.ChangeMode, path, default, at))
            ? new(Done(calls.ChangeMode(path, mode, at)))
            : ChangeModeLater(path, mode, at);

    /// <inheritdoc/>
    public ValueTask<Errno> ChangeModeHandle(Handle file, int mode) =>
        activity.Admit(PendingCall.Of(FileCall.ChangeModeHandle, file))
            ? new(Done(calls.ChangeModeHandle(file, mode)))
            : ChangeModeHandleLater(file, mode);

    /// <inheritdoc/>
    public ValueTask<Errno> ChangeOwner(FilePath path, int userId, int groupId, Handle at = default) =>
        activity.Admit(new PendingCall(FileCall.ChangeOwner, path, default, at))
            ? new(Done(calls.ChangeOwner(path, userId, groupId, at)))
            : ChangeOwnerLater(path, userId, groupId, at);

    /// <inheritdoc/>
    public ValueTask<Errno> SetModified(FilePath path, long modifiedNanoseconds, Handle at = default) =>
        activity.Admit(new PendingCall(FileCall.SetModified, path, default, at))
            ? new(Done(calls.SetModified(path, modifiedNanoseconds, at)))
            : SetModifiedLater(path, modifiedNanoseconds, at);

    /// <inheritdoc/>
    public ValueTask<Errno> TruncatePath(FilePath path, long lengthBytes) =>
        activity.Admit(new PendingCall(FileCall.TruncatePath, path, number: lengthBytes))
            ? new(Done(calls.TruncatePath(path, lengthBytes)))
            : TruncatePathLater(path, lengthBytes);

    /// <inheritdoc/>
    public ValueTask<Result<FileSystemStatus>> StatFileSystem(FilePath path) =>
        activity.Admit(new PendingCall(FileCall.StatFileSystem, path))
            ? new(Done(calls.StatFileSystem(path)))
            : StatFileSystemLater(path);

    /// <inheritdoc/>
    public ValueTask<Errno> Lock(Handle file, LockMode mode) =>
        activity.Admit(PendingCall.Of(FileCall.Lock, file))
            ? new(Done(calls.Lock(file, mode)))
            : LockLater(file, mode);

    private async ValueTask<Result<FileStatus>> StatLater(FilePath path, Handle at)
    {
        await activity.Turn();
        return Done(calls.Stat(path, at));
    }

    private async ValueTask<Result<FileStatus>> LinkStatLater(FilePath path, Handle at)
    {
        await activity.Turn();
        return Done(calls.LinkStat(path, at));
    }

    private async ValueTask<Result<FileStatus>> StatHandleLater(Handle file)
    {
        await activity.Turn();
        return Done(calls.StatHandle(file));
    }

    private async ValueTask<Errno> ChangeModeLater(FilePath path, int mode, Handle at)
    {
        await activity.Turn();
        return Done(calls.ChangeMode(path, mode, at));
    }

    private async ValueTask<Errno> ChangeModeHandleLater(Handle file, int mode)
    {
        await activity.Turn();
        return Done(calls.ChangeModeHandle(file, mode));
    }

    private async ValueTask<Errno> ChangeOwnerLater(FilePath path, int userId, int groupId, Handle at)
    {
        await activity.Turn();
        return Done(calls.ChangeOwner(path, userId, groupId, at));
    }

    private async ValueTask<Errno> SetModifiedLater(FilePath path, long modifiedNanoseconds, Handle at)
    {
        await activity.Turn();
        return Done(calls.SetModified(path, modifiedNanoseconds, at));
    }

    private async ValueTask<Errno> TruncatePathLater(FilePath path, long lengthBytes)
    {
        await activity.Turn();
        return Done(calls.TruncatePath(path, lengthBytes));
    }

    private async ValueTask<Result<FileSystemStatus>> StatFileSystemLater(FilePath path)
    {
        await activity.Turn();
        return Done(calls.StatFileSystem(path));
    }

    private async ValueTask<Errno> LockLater(Handle file, LockMode mode)
    {
        await activity.Turn();
        return Done(calls.Lock(file, mode));
    }
}
