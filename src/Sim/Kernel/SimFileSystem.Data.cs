using TwoDoors.Model.World;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Kernel;

internal sealed partial class SimFileSystem
{
    /// <inheritdoc/>
    public ValueTask<Result<Handle>> Open(FilePath path, OpenFlags flags, int mode = 0, Handle at = default) =>
        activity.Admit(new PendingCall(FileCall.Open, path, default, at, flags, mode))
            ? new(Done(calls.Open(path, flags, mode, at)))
            : OpenLater(path, flags, mode, at);

    /// <inheritdoc/>
    public ValueTask<Errno> Close(Handle file) =>
        activity.Admit(PendingCall.Of(FileCall.Close, file))
            ? new(Done(calls.Close(file)))
            : CloseLater(file);

    /// <inheritdoc/>
    public ValueTask<Result<int>> Read(Handle file, Memory<byte> buffer) =>
        activity.Admit(PendingCall.Of(FileCall.Read, file))
            ? new(DoneRead(calls.Read(file, buffer), buffer))
            : ReadLater(file, buffer);

    /// <inheritdoc/>
    public ValueTask<Result<int>> ReadAt(Handle file, Memory<byte> buffer, long offset) =>
        activity.Admit(PendingCall.Of(FileCall.ReadAt, file))
            ? new(DoneRead(calls.ReadAt(file, buffer, offset), buffer))
            : ReadAtLater(file, buffer, offset);

    /// <inheritdoc/>
    public ValueTask<Result<int>> Write(Handle file, ReadOnlyMemory<byte> bytes) =>
        activity.Admit(PendingCall.Of(FileCall.Write, file, bytes.Length))
            ? new(Done(calls.Write(file, bytes)))
            : WriteLater(file, bytes);

    /// <inheritdoc/>
    public ValueTask<Result<int>> WriteAt(Handle file, ReadOnlyMemory<byte> bytes, long offset) =>
        activity.Admit(PendingCall.Of(FileCall.WriteAt, file, bytes.Length))
            ? new(Done(calls.WriteAt(file, bytes, offset)))
            : WriteAtLater(file, bytes, offset);

    /// <inheritdoc/>
    public ValueTask<Result<long>> Seek(Handle file, long offset, SeekFrom origin) =>
        activity.Admit(PendingCall.Of(FileCall.Seek, file))
            ? new(Done(calls.Seek(file, offset, origin)))
            : SeekLater(file, offset, origin);

    /// <inheritdoc/>
    public ValueTask<Errno> Truncate(Handle file, long lengthBytes) =>
        activity.Admit(PendingCall.Of(FileCall.Truncate, file, lengthBytes))
            ? new(Done(calls.Truncate(file, lengthBytes)))
            : TruncateLater(file, lengthBytes);

    /// <inheritdoc/>
    public ValueTask<Errno> Sync(Handle file, string point) =>
        activity.Admit(PendingCall.Of(FileCall.Sync, file, point))
            ? new(Done(calls.Sync(file, point)))
            : SyncLater(file, point);

    /// <inheritdoc/>
    public ValueTask<Errno> SyncData(Handle file, string point) =>
        activity.Admit(PendingCall.Of(FileCall.SyncData, file, point))
            ? new(Done(calls.SyncData(file, point)))
            : SyncDataLater(file, point);

    /// <inheritdoc/>
    public ValueTask<Errno> SyncFileSystem(Handle file, string point) =>
        activity.Admit(PendingCall.Of(FileCall.SyncFileSystem, file, point))
            ? new(Done(calls.SyncFileSystem(file, point)))
            : SyncFileSystemLater(file, point);

    private async ValueTask<Result<Handle>> OpenLater(FilePath path, OpenFlags flags, int mode, Handle at)
    {
        await activity.Turn();
        return Done(calls.Open(path, flags, mode, at));
    }

    private async ValueTask<Errno> CloseLater(Handle file)
    {
        await activity.Turn();
        return Done(calls.Close(file));
    }

    private async ValueTask<Result<int>> ReadLater(Handle file, Memory<byte> buffer)
    {
        await activity.Turn();
        return DoneRead(calls.Read(file, buffer), buffer);
    }

    private async ValueTask<Result<int>> ReadAtLater(Handle file, Memory<byte> buffer, long offset)
    {
        await activity.Turn();
        return DoneRead(calls.ReadAt(file, buffer, offset), buffer);
    }

    private async ValueTask<Result<int>> WriteLater(Handle file, ReadOnlyMemory<byte> bytes)
    {
        await activity.Turn();
        return Done(calls.Write(file, bytes));
    }

    private async ValueTask<Result<int>> WriteAtLater(Handle file, ReadOnlyMemory<byte> bytes, long offset)
    {
        await activity.Turn();
        return Done(calls.WriteAt(file, bytes, offset));
    }

    private async ValueTask<Result<long>> SeekLater(Handle file, long offset, SeekFrom origin)
    {
        await activity.Turn();
        return Done(calls.Seek(file, offset, origin));
    }

    private async ValueTask<Errno> TruncateLater(Handle file, long lengthBytes)
    {
        await activity.Turn();
        return Done(calls.Truncate(file, lengthBytes));
    }

    private async ValueTask<Errno> SyncLater(Handle file, string point)
    {
        await activity.Turn();
        return Done(calls.Sync(file, point));
    }

    private async ValueTask<Errno> SyncDataLater(Handle file, string point)
    {
        await activity.Turn();
        return Done(calls.SyncData(file, point));
    }

    private async ValueTask<Errno> SyncFileSystemLater(Handle file, string point)
    {
        await activity.Turn();
        return Done(calls.SyncFileSystem(file, point));
    }
}
