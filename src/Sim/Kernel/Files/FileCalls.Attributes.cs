using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Kernel.Files;

/// <content>Attributes and locks.</content>
public sealed partial class FileCalls
{
    private const long BlockBytes = 4096;
    private const long FreeBlocks = 1 << 20;

    /// <inheritdoc cref="IFileAttributes.Stat"/>
    public Result<FileStatus> Stat(FilePath path, Handle at = default)
    {
        Errno error = Resolve(path, at, follow: true, out Inode found);
        return error == Errno.Ok ? Status(found, FileCall.Stat, path, at) : error;
    }

    /// <inheritdoc cref="IFileAttributes.LinkStat"/>
    public Result<FileStatus> LinkStat(FilePath path, Handle at = default)
    {
        Errno error = Resolve(path, at, follow: false, out Inode found);
        return error == Errno.Ok ? Status(found, FileCall.LinkStat, path, at) : error;
    }

    /// <inheritdoc cref="IFileAttributes.StatHandle"/>
    public Result<FileStatus> StatHandle(Handle file) =>
        Find(file) is { } open ? Status(open.Inode, FileCall.StatHandle, default, file) : Errno.EBADF;

    /// <inheritdoc cref="IFileAttributes.ChangeMode"/>
    public Errno ChangeMode(FilePath path, int mode, Handle at = default)
    {
        Errno error = Resolve(path, at, follow: true, out Inode found);
        return error == Errno.Ok ? SetMode(found, mode) : error;
    }

    /// <inheritdoc cref="IFileAttributes.ChangeModeHandle"/>
    public Errno ChangeModeHandle(Handle file, int mode) =>
        Find(file) is { } open ? SetMode(open.Inode, mode) : Errno.EBADF;

    /// <inheritdoc cref="IFileAttributes.ChangeOwner"/>
    public Errno ChangeOwner(FilePath path, int userId, int groupId, Handle at = default)
    {
        Errno error = Resolve(path, at, follow: true, out Inode found);
        if (error != Errno.Ok)
            return error;
        int mode = found.Mode;
        if (found.Kind != FileKind.Directory)
        {
            mode &= ~SetUserId;
            if ((mode & GroupExecute) != 0 || !MayKeepGroup(found.GroupId))
                mode &= ~SetGroupId;
        }

        bool owner = user.UserId == found.UserId;
        bool mayUser = userId == -1 || user.IsRoot || (owner && userId == found.UserId);
        bool mayGroup = groupId == -1 || user.IsRoot
            || (owner && (groupId == found.GroupId || user.InGroup(groupId)));
        bool mayMode = mode == found.Mode || user.Owns(found);
        if (!mayUser || !mayGroup || !mayMode)
            return Errno.EPERM;
        int newUser = userId == -1 ? found.UserId : userId;
        int newGroup = groupId == -1 ? found.GroupId : groupId;
        SetAttributes(found, mode, newUser, newGroup, found.ModifiedNanoseconds);
        return Errno.Ok;
    }

    /// <inheritdoc cref="IFileAttributes.SetModified"/>
    public Errno SetModified(FilePath path, long modifiedNanoseconds, Handle at = default)
    {
        Errno error = Resolve(path, at, follow: true, out Inode found);
        if (error != Errno.Ok)
            return error;
        if (!user.Owns(found))
            return Errno.EPERM;
        SetAttributes(found, found.Mode, found.UserId, found.GroupId, modifiedNanoseconds);
        return Errno.Ok;
    }

    /// <inheritdoc cref="IFileAttributes.TruncatePath"/>
    public Errno TruncatePath(FilePath path, long lengthBytes)
    {
        if (lengthBytes < 0)
            return Errno.EINVAL;
        Errno error = Resolve(path, Handle.WorkingDirectory, follow: true, out Inode found);
        if (error != Errno.Ok)
            return error;
        if (found.Kind != FileKind.Regular)
            return found.Kind == FileKind.Directory ? Errno.EISDIR : Errno.EINVAL;
        if (!user.May(found, Permissions.Write))
            return Errno.EACCES;
        return SetLength(new PendingCall(FileCall.TruncatePath, path, number: lengthBytes), found, lengthBytes);
    }

    /// <inheritdoc cref="IFileAttributes.StatFileSystem"/>
    public Result<FileSystemStatus> StatFileSystem(FilePath path)
    {
        Errno error = Resolve(path, Handle.WorkingDirectory, follow: true, out Inode found);
        return error == Errno.Ok ? new FileSystemStatus(found.Volume.Number, BlockBytes, FreeBlocks) : error;
    }

    /// <inheritdoc cref="IFileAttributes.Lock"/>
    public Errno Lock(Handle file, LockMode mode) => Find(file) is { } open ? host.Lock(open, mode) : Errno.EBADF;

    private Result<FileStatus> Status(Inode inode, FileCall call, FilePath path, Handle file)
    {
        int eligible = Bit(FaultKind.EioStat);
        if (MayFail(eligible) && Fault(eligible, new PendingCall(call, path, at: file)) != FaultQuestions.None)
            return Errno.EIO;
        return new FileStatus(
            inode.Kind,
            inode.Number,
            inode.Volume.Number,
            inode.Mode,
            inode.Links,
            inode.UserId,
            inode.GroupId,
            inode.LengthBytes,
            inode.ModifiedNanoseconds);
    }

    private Errno SetMode(Inode inode, int mode)
    {
        if (!user.Owns(inode))
            return Errno.EPERM;
        int bits = mode & AllBits;
        if (!MayKeepGroup(inode.GroupId))
            bits &= ~SetGroupId;
        SetAttributes(inode, bits, inode.UserId, inode.GroupId, inode.ModifiedNanoseconds);
        return Errno.Ok;
    }

    /// <summary>An unchanged attribute is no change to make durable.</summary>
    private static void SetAttributes(Inode inode, int mode, int userId, int groupId, long modifiedNanoseconds)
    {
        bool same = mode == inode.Mode && userId == inode.UserId && groupId == inode.GroupId;
        if (!same || modifiedNanoseconds != inode.ModifiedNanoseconds)
            inode.Volume.SetAttributes(inode, mode, userId, groupId, modifiedNanoseconds);
    }
}
