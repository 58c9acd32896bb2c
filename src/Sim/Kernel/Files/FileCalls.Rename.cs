using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Kernel.Files;

/// <content>Renaming, in Linux's order of errors.</content>
public sealed partial class FileCalls
{
    /// <inheritdoc cref="INamespace.Rename"/>
    public Errno Rename(FilePath from, FilePath to, RenameMode mode = RenameMode.Replace)
    {
        Errno error = ResolveParent(from, Handle.WorkingDirectory, out PathEnd old);
        if (error != Errno.Ok)
            return error;
        error = ResolveParent(to, Handle.WorkingDirectory, out PathEnd target);
        if (error != Errno.Ok)
            return error;
        if (old.Directory.Volume != target.Directory.Volume)
            return Errno.EXDEV;
        if (old.Kind != LastKind.Name)
            return Errno.EBUSY;
        if (target.Kind != LastKind.Name)
            return mode == RenameMode.NoReplace ? Errno.EEXIST : Errno.EBUSY;
        error = LookUp(old, out Inode? moved);
        if (error != Errno.Ok)
            return error;
        if (moved is null)
            return Errno.ENOENT;
        error = LookUp(target, out Inode? replaced);
        if (error != Errno.Ok)
            return error;
        error = CheckRename(old, moved, target, replaced, mode);
        if (error != Errno.Ok || moved == replaced)
            return error;
        int fault = FaultQuestions.None;
        if (MayFail(NameFaults))
            fault = Fault(NameFaults, new PendingCall(FileCall.Rename, from, to, renameMode: mode));
        if (Answer(fault) != Errno.Ok)
            return Answer(fault);
        if (mode == RenameMode.Exchange)
            old.Directory.Volume.Exchange(old.Directory, old.Name, target.Directory, target.Name);
        else
            old.Directory.Volume.Rename(old.Directory, old.Name, target.Directory, target.Name);
        return fault == (int)FaultKind.LostReply ? Errno.ENOENT : Errno.Ok;
    }

    private Errno CheckRename(in PathEnd old, Inode moved, in PathEnd target, Inode? replaced, RenameMode mode)
    {
        bool exchange = mode == RenameMode.Exchange;
        if (mode == RenameMode.NoReplace && replaced is not null)
            return Errno.EEXIST;
        if (exchange && replaced is null)
            return Errno.ENOENT;
        if (exchange && replaced!.Kind != FileKind.Directory && target.TrailingSlash)
            return Errno.ENOTDIR;
        bool isDirectory = moved.Kind == FileKind.Directory;
        if (!isDirectory && (old.TrailingSlash || (!exchange && target.TrailingSlash)))
            return Errno.ENOTDIR;
        if (isDirectory && IsWithin(target.Directory, moved))
            return Errno.EINVAL;
        if (replaced?.Kind == FileKind.Directory && IsWithin(old.Directory, replaced))
            return exchange ? Errno.EINVAL : Errno.ENOTEMPTY;
        return moved == replaced ? Errno.Ok : MayRename(old, moved, target, replaced, exchange);
    }

    private Errno MayRename(in PathEnd old, Inode moved, in PathEnd target, Inode? replaced, bool exchange)
    {
        bool isDirectory = moved.Kind == FileKind.Directory;
        bool replacesDirectory = replaced?.Kind == FileKind.Directory;
        Errno error = MayTake(old, moved, isDirectory);
        if (error != Errno.Ok)
            return error;
        error = replaced is null
            ? MayCreate(target.Directory)
            : MayTake(target, replaced, exchange ? replacesDirectory : isDirectory);
        if (error != Errno.Ok)
            return error;
        if (old.Directory != target.Directory)
        {
            // The entry ".." of a moved directory changes, which is a write to that directory.
            if (isDirectory && !user.May(moved, Permissions.Write))
                return Errno.EACCES;
            if (exchange && replacesDirectory && !user.May(replaced!, Permissions.Write))
                return Errno.EACCES;
        }

        if (host.Mounts.Covers(old.Directory, old.Name) || host.Mounts.Covers(target.Directory, target.Name))
            return Errno.EBUSY;
        return !exchange && replacesDirectory && replaced!.Entries.Count > 0 ? Errno.ENOTEMPTY : Errno.Ok;
    }

    /// <summary><see cref="MayDelete"/> without the look at mounts, which rename does last.</summary>
    private Errno MayTake(in PathEnd end, Inode victim, bool wantsDirectory)
    {
        Errno error = MayDelete(end, victim, wantsDirectory);
        return error == Errno.EBUSY ? Errno.Ok : error;
    }

    /// <summary>True when <paramref name="directory"/> is <paramref name="ancestor"/> or below it.</summary>
    private static bool IsWithin(Inode directory, Inode ancestor)
    {
        Inode current = directory;
        while (current != ancestor)
        {
            if (current.Parent == current)
                return false;
            current = current.Parent;
        }

        return true;
    }
}
