using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Kernel.Files;

/// <content>Reading, writing, making durable.</content>
public sealed partial class FileCalls
{
    /// <summary>No simulated file grows past this, because its bytes are held in one array.</summary>
    private const long LengthBytesMax = 1 << 30;

    /// <summary>No position passes this: the largest file of ext4 with blocks of 4096 bytes.</summary>
    private const long PositionMax = 0xFFFF_FFFF_000;

    /// <inheritdoc cref="IFileData.Close"/>
    public Errno Close(Handle file)
    {
        if (Find(file) is not { } open)
            return Errno.EBADF;
        int fault = FaultQuestions.None;
        if (host.Network && open.CanWrite)
            fault = Fault(Bit(FaultKind.EioClose), PendingCall.Of(FileCall.Close, file));
        Release(file.Number - FirstDescriptor, open);
        return Answer(fault);
    }

    /// <inheritdoc cref="IFileData.Read"/>
    public Result<int> Read(Handle file, Memory<byte> buffer)
    {
        if (Find(file) is not { CanRead: true } open)
            return Errno.EBADF;
        Result<int> read = ReadFrom(FileCall.Read, file, open, buffer.Span, open.Position);
        if (read.IsOk)
            open.Position += read.Value;
        return read;
    }

    /// <inheritdoc cref="IFileData.ReadAt"/>
    public Result<int> ReadAt(Handle file, Memory<byte> buffer, long offset)
    {
        if (offset < 0)
            return Errno.EINVAL;
        if (Find(file) is not { CanRead: true } open)
            return Errno.EBADF;
        return ReadFrom(FileCall.ReadAt, file, open, buffer.Span, offset);
    }

    /// <inheritdoc cref="IFileData.Write"/>
    public Result<int> Write(Handle file, ReadOnlyMemory<byte> bytes)
    {
        if (Find(file) is not { CanWrite: true } open)
            return Errno.EBADF;
        long end = open.Position;
        Result<int> written = WriteTo(FileCall.Write, file, open, bytes.Span, ref end);
        if (written.IsOk)
            open.Position = end;
        return written;
    }

    /// <inheritdoc cref="IFileData.WriteAt"/>
    public Result<int> WriteAt(Handle file, ReadOnlyMemory<byte> bytes, long offset)
    {
        if (offset < 0)
            return Errno.EINVAL;
        if (Find(file) is not { CanWrite: true } open)
            return Errno.EBADF;
        return WriteTo(FileCall.WriteAt, file, open, bytes.Span, ref offset);
    }

    /// <inheritdoc cref="IFileData.Seek"/>
    public Result<long> Seek(Handle file, long offset, SeekFrom origin)
    {
        if (Find(file) is not { } open)
            return Errno.EBADF;
        long start = origin switch
        {
            SeekFrom.Start => 0,
            SeekFrom.Current => open.Position,
            SeekFrom.End => open.Inode.LengthBytes,
            _ => -1,
        };
        if (start < 0 || offset > PositionMax - start || offset < -start)
            return Errno.EINVAL;
        open.Position = start + offset;
        return open.Position;
    }

    /// <inheritdoc cref="IFileData.Truncate"/>
    public Errno Truncate(Handle file, long lengthBytes)
    {
        if (lengthBytes < 0)
            return Errno.EINVAL;
        if (Find(file) is not { } open)
            return Errno.EBADF;
        if (!open.CanWrite || open.Inode.Kind != FileKind.Regular)
            return Errno.EINVAL;
        return SetLength(PendingCall.Of(FileCall.Truncate, file, lengthBytes), open.Inode, lengthBytes);
    }

    /// <inheritdoc cref="IFileData.Sync"/>
    public Errno Sync(Handle file, string point) => SyncWith(FileCall.Sync, file, point);

    /// <inheritdoc cref="IFileData.SyncData"/>
    public Errno SyncData(Handle file, string point) => SyncWith(FileCall.SyncData, file, point);

    /// <inheritdoc cref="IFileData.SyncFileSystem"/>
    public Errno SyncFileSystem(Handle file, string point) => SyncWith(FileCall.SyncFileSystem, file, point);

    private Result<int> ReadFrom(FileCall call, Handle file, OpenFile open, Span<byte> buffer, long offset)
    {
        if (open.Inode.Kind == FileKind.Directory)
            return Errno.EISDIR;
        int eligible = Bit(FaultKind.EioRead);
        if (MayFail(eligible) && Fault(eligible, PendingCall.Of(call, file, buffer.Length)) != FaultQuestions.None)
            return Errno.EIO;
        return open.Inode.Volume.Read(open.Inode, offset, buffer);
    }

    private Result<int> WriteTo(FileCall call, Handle file, OpenFile open, ReadOnlySpan<byte> bytes, ref long offset)
    {
        Inode inode = open.Inode;
        if (bytes.Length == 0)
            return 0;
        if ((open.Flags & OpenFlags.Append) != 0)
            offset = inode.LengthBytes;
        if (offset > LengthBytesMax - bytes.Length)
            return Errno.EFBIG;
        int eligible = Bit(FaultKind.EioWrite) | Bit(FaultKind.Enospc) | Bit(FaultKind.Edquot);
        if (bytes.Length > 1)
            eligible |= Bit(FaultKind.ShortWrite);
        int fault = FaultQuestions.None;
        if (MayFail(eligible))
            fault = Fault(eligible, PendingCall.Of(call, file, bytes.Length));
        if (fault == (int)FaultKind.ShortWrite)
            bytes = bytes[..((bytes.Length + 1) / 2)];
        else if (fault != FaultQuestions.None)
            return Answer(fault);
        DropPrivilegeBits(inode);
        inode.Volume.Write(inode, offset, bytes);
        offset += bytes.Length;
        if ((open.Flags & (OpenFlags.Sync | OpenFlags.DataSync)) == 0)
            return bytes.Length;
        FileCall sync = (open.Flags & OpenFlags.Sync) != 0 ? FileCall.Sync : FileCall.SyncData;
        Errno error = WriteBack(sync, file, open, "of O_SYNC");
        return error == Errno.Ok ? bytes.Length : error;
    }

    private Errno SetLength(in PendingCall call, Inode inode, long lengthBytes)
    {
        if (lengthBytes > LengthBytesMax)
            return Errno.EFBIG;
        int fault = Fault(Bit(FaultKind.EioWrite) | Bit(FaultKind.Enospc) | Bit(FaultKind.Edquot), call);
        if (fault != FaultQuestions.None)
            return Answer(fault);
        DropPrivilegeBits(inode);
        if (lengthBytes != inode.LengthBytes)
            inode.Volume.SetLength(inode, lengthBytes);
        return Errno.Ok;
    }

    private Errno SyncWith(FileCall call, Handle file, string point)
    {
        if (Find(file) is not { } open)
            return Errno.EBADF;
        return host.LeavesOut(point) ? Errno.Ok : WriteBack(call, file, open, point);
    }

    private Errno WriteBack(FileCall call, Handle file, OpenFile open, string point)
    {
        Inode inode = open.Inode;
        int eligible = Bit(FaultKind.EioFsync);
        if (inode.Kind == FileKind.Directory && call != FileCall.SyncFileSystem)
            eligible |= Bit(FaultKind.EinvalFsyncDirectory);
        int fault = FaultQuestions.None;
        if (MayFail(eligible))
            fault = Fault(eligible, PendingCall.Of(call, file, point));
        if (fault == (int)FaultKind.EinvalFsyncDirectory)
            return Errno.EINVAL;
        if (fault == (int)FaultKind.EioFsync)
            return FailWriteBack(open);
        if (call == FileCall.SyncFileSystem)
            inode.Volume.SyncAll();
        else if (inode.Kind == FileKind.Directory)
            inode.Volume.SyncDirectory(inode);
        else
            inode.Volume.SyncFile(inode, call == FileCall.SyncData);
        return host.ReportsFailure(open) ? Errno.EIO : Errno.Ok;
    }

    /// <summary>The pages are lost. All open files report it once; with journalled data it is found out only after
    /// this call has answered.</summary>
    private Errno FailWriteBack(OpenFile open)
    {
        bool reported = host.ReportsFailure(open);
        host.Fail(open.Inode);
        if (open.Inode.Kind == FileKind.Regular)
            open.Inode.Volume.FailSync(open.Inode);
        if (host.FsyncFailure == FsyncFailure.Ext4Data)
            return reported ? Errno.EIO : Errno.Ok;
        host.ReportsFailure(open);
        return Errno.EIO;
    }

    /// <summary>A write by an ordinary user takes set-user-id and set-group-id from a program.</summary>
    private void DropPrivilegeBits(Inode inode)
    {
        if (user.IsRoot || (inode.Mode & (SetUserId | SetGroupId)) == 0)
            return;
        int mode = inode.Mode & ~SetUserId;
        if ((mode & GroupExecute) != 0 || !user.InGroup(inode.GroupId))
            mode &= ~SetGroupId;
        if (mode != inode.Mode)
            inode.Volume.SetAttributes(inode, mode, inode.UserId, inode.GroupId, inode.ModifiedNanoseconds);
    }
}
