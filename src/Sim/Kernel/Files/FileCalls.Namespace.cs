using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Kernel.Files;

/// <content>Making and removing names, and directory streams.</content>
public sealed partial class FileCalls
{
    private const int DirectoryModeBits = 0x3FF;

    private int NameFaults =>
        Bit(FaultKind.Enospc) | Bit(FaultKind.Edquot) | (host.Network ? Bit(FaultKind.LostReply) : 0);

    private int RemovalFaults => host.Network ? Bit(FaultKind.LostReply) : 0;

    /// <inheritdoc cref="INamespace.MakeDirectory"/>
    public Errno MakeDirectory(FilePath path, int mode, Handle at = default)
    {
        Errno error = Free(path, at, directory: true, out PathEnd end);
        if (error == Errno.Ok)
            error = MayCreate(end.Directory);
        if (error != Errno.Ok)
            return error;
        int fault = Fault(NameFaults, new PendingCall(FileCall.MakeDirectory, path, at: at));
        if (Answer(fault) != Errno.Ok)
            return Answer(fault);
        Inode directory = end.Directory;
        int bits = mode & DirectoryModeBits & ~umask;
        bool inherits = (directory.Mode & SetGroupId) != 0;
        int group = inherits ? directory.GroupId : user.GroupId;
        bits |= inherits ? SetGroupId : 0;
        directory.Volume.Create(directory, end.Name, FileKind.Directory, bits, user.UserId, group);
        return fault == (int)FaultKind.LostReply ? Errno.EEXIST : Errno.Ok;
    }

    /// <inheritdoc cref="INamespace.RemoveDirectory"/>
    public Errno RemoveDirectory(FilePath path, Handle at = default)
    {
        Errno error = ResolveParent(path, at, out PathEnd end);
        if (error != Errno.Ok)
            return error;
        if (end.Kind != LastKind.Name)
        {
            return end.Kind switch
            {
                LastKind.DotDot => Errno.ENOTEMPTY,
                LastKind.Dot => Errno.EINVAL,
                _ => Errno.EBUSY,
            };
        }
        error = LookUp(end, out Inode? victim);
        if (error == Errno.Ok)
            error = MayDelete(end, victim, wantsDirectory: true);
        if (error != Errno.Ok)
            return error;
        if (victim!.Entries.Count > 0)
            return Errno.ENOTEMPTY;
        return Remove(end, FileCall.RemoveDirectory, path, at);
    }

    /// <inheritdoc cref="INamespace.Unlink"/>
    public Errno Unlink(FilePath path, Handle at = default)
    {
        Errno error = ResolveParent(path, at, out PathEnd end);
        if (error != Errno.Ok)
            return error;
        if (end.Kind != LastKind.Name)
            return Errno.EISDIR;
        error = LookUp(end, out Inode? victim);
        if (error != Errno.Ok)
            return error;
        if (victim is null)
            return Errno.ENOENT;
        if (end.TrailingSlash)
            return victim.Kind == FileKind.Directory ? Errno.EISDIR : Errno.ENOTDIR;
        error = MayDelete(end, victim, wantsDirectory: false);
        return error == Errno.Ok ? Remove(end, FileCall.Unlink, path, at) : error;
    }

    /// <inheritdoc cref="INamespace.Link"/>
    public Errno Link(FilePath existing, FilePath path)
    {
        Errno error = Resolve(existing, Handle.WorkingDirectory, follow: false, out Inode file);
        if (error != Errno.Ok)
            return error;
        error = Free(path, Handle.WorkingDirectory, directory: false, out PathEnd end);
        if (error != Errno.Ok)
            return error;
        if (file.Volume != end.Directory.Volume)
            return Errno.EXDEV;
        if (!MayLink(file))
            return Errno.EPERM;
        error = MayCreate(end.Directory);
        if (error != Errno.Ok)
            return error;
        if (file.Kind == FileKind.Directory)
            return Errno.EPERM;
        int fault = Fault(NameFaults, new PendingCall(FileCall.Link, existing, path));
        if (Answer(fault) != Errno.Ok)
            return Answer(fault);
        file.Volume.Link(end.Directory, end.Name, file);
        return fault == (int)FaultKind.LostReply ? Errno.EEXIST : Errno.Ok;
    }

    /// <inheritdoc cref="INamespace.SymbolicLink"/>
    public Errno SymbolicLink(FilePath target, FilePath path, Handle at = default)
    {
        if (target.Length is 0 or > ParsedPath.PathBytesMax)
            return target.Length == 0 ? Errno.ENOENT : Errno.ENAMETOOLONG;
        Errno error = Free(path, at, directory: false, out PathEnd end);
        if (error == Errno.Ok)
            error = MayCreate(end.Directory);
        if (error != Errno.Ok)
            return error;
        int fault = Fault(NameFaults, new PendingCall(FileCall.SymbolicLink, target, path, at));
        if (Answer(fault) != Errno.Ok)
            return Answer(fault);
        Inode directory = end.Directory;
        int group = (directory.Mode & SetGroupId) != 0 ? directory.GroupId : user.GroupId;
        directory.Volume.Create(directory, end.Name, FileKind.SymbolicLink, 0x1FF, user.UserId, group, target);
        return fault == (int)FaultKind.LostReply ? Errno.EEXIST : Errno.Ok;
    }

    /// <inheritdoc cref="INamespace.ReadLink"/>
    public Result<FilePath> ReadLink(FilePath path, Handle at = default)
    {
        Errno error = Resolve(path, at, follow: false, out Inode found);
        if (error != Errno.Ok)
            return error;
        return found.Kind == FileKind.SymbolicLink ? found.Target : Errno.EINVAL;
    }

    /// <inheritdoc cref="INamespace.ReadDirectory"/>
    public Result<DirectoryEntry?> ReadDirectory(Handle directory)
    {
        if (Find(directory) is not { } open)
            return Errno.EBADF;
        if (open.Inode.Kind != FileKind.Directory)
            return Errno.ENOTDIR;
        if (IsDead(open.Inode))
            return Errno.ENOENT;
        int eligible = Bit(FaultKind.EioReaddir);
        if (MayFail(eligible)
            && Fault(eligible, PendingCall.Of(FileCall.ReadDirectory, directory)) != FaultQuestions.None)
        {
            return Errno.EIO;
        }

        DirectoryStream stream = open.Stream ??= new DirectoryStream();
        if (!open.Streaming)
            Begin(stream, open);
        return stream.Next(open.Inode, open.ShownPath, host.Choices);
    }

    /// <inheritdoc cref="INamespace.RewindDirectory"/>
    public Errno RewindDirectory(Handle directory)
    {
        if (Find(directory) is not { } open)
            return Errno.EBADF;
        if (open.Inode.Kind != FileKind.Directory)
            return Errno.ENOTDIR;
        DirectoryStream stream = open.Stream ??= new DirectoryStream();
        Begin(stream, open);
        return Errno.Ok;
    }

    /// <inheritdoc cref="INamespace.ChangeDirectory"/>
    public Errno ChangeDirectory(FilePath path)
    {
        Errno error = Resolve(path, Handle.WorkingDirectory, follow: true, out Inode found);
        if (error != Errno.Ok)
            return error;
        if (found.Kind != FileKind.Directory)
            return Errno.ENOTDIR;
        if (!user.May(found, Permissions.Search))
            return Errno.EACCES;
        workingDirectory = found;
        return Errno.Ok;
    }

    /// <summary>Walks to a name that must be free.</summary>
    private Errno Free(FilePath path, Handle at, bool directory, out PathEnd end)
    {
        Errno error = ResolveParent(path, at, out end);
        if (error != Errno.Ok)
            return error;
        if (end.Kind != LastKind.Name)
            return Errno.EEXIST;
        error = LookUp(end, out Inode? found);
        if (error != Errno.Ok)
            return error;
        return found is not null ? Errno.EEXIST : end.TrailingSlash && !directory ? Errno.ENOENT : Errno.Ok;
    }

    private Errno MayCreate(Inode directory) => IsDead(directory) ? Errno.ENOENT
        : user.May(directory, Permissions.Write | Permissions.Search) ? Errno.Ok : Errno.EACCES;

    private Errno MayDelete(in PathEnd end, Inode? victim, bool wantsDirectory)
    {
        if (victim is null)
            return Errno.ENOENT;
        if (!user.May(end.Directory, Permissions.Write | Permissions.Search))
            return Errno.EACCES;
        if (user.StickyForbids(end.Directory, victim))
            return Errno.EPERM;
        bool isDirectory = victim.Kind == FileKind.Directory;
        if (wantsDirectory != isDirectory)
            return wantsDirectory ? Errno.ENOTDIR : Errno.EISDIR;
        return host.Mounts.Covers(end.Directory, end.Name) ? Errno.EBUSY : Errno.Ok;
    }

    private Errno Remove(in PathEnd end, FileCall call, FilePath path, Handle at)
    {
        int fault = FaultQuestions.None;
        if (MayFail(RemovalFaults))
            fault = Fault(RemovalFaults, new PendingCall(call, path, at: at));
        end.Directory.Volume.Unlink(end.Directory, end.Name);
        return fault == (int)FaultKind.LostReply ? Errno.ENOENT : Errno.Ok;
    }

    /// <summary>Linux lets an ordinary user link only what it owns or could read and write
    /// (fs.protected_hardlinks, on by default in every distribution).</summary>
    private bool MayLink(Inode file)
    {
        if (user.Owns(file))
            return true;
        bool program = (file.Mode & SetUserId) != 0
            || (file.Mode & (SetGroupId | GroupExecute)) == (SetGroupId | GroupExecute);
        return file.Kind == FileKind.Regular && !program && user.May(file, Permissions.Read | Permissions.Write);
    }
}
