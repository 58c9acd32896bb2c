using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Kernel.Files;

/// <content>Opening.</content>
public sealed partial class FileCalls
{
    private const OpenFlags AccessFlags = OpenFlags.WriteOnly | OpenFlags.ReadWrite;

    /// <inheritdoc cref="IFileData.Open"/>
    public Result<Handle> Open(FilePath path, OpenFlags flags, int mode = 0, Handle at = default)
    {
        if ((flags & (OpenFlags.Create | OpenFlags.Directory)) == (OpenFlags.Create | OpenFlags.Directory))
            return Errno.EINVAL;
        ParsedPath parsed = host.Paths.Get(path);
        if (parsed.Error != Errno.Ok)
            return parsed.Error;
        if (OpenCount >= DescriptorsMax)
            return Errno.EMFILE;
        Errno error = Start(parsed, at, out Inode start);
        if (error != Errno.Ok)
            return error;
        PathWalk walk = new(host, user);
        return (flags & OpenFlags.Create) != 0
            ? OpenOrCreate(ref walk, parsed, start, path, flags, mode, at)
            : OpenExisting(ref walk, parsed, start, path, flags, at);
    }

    private Result<Handle> OpenExisting(
        ref PathWalk walk, ParsedPath parsed, Inode start, FilePath path, OpenFlags flags, Handle at)
    {
        bool follow = (flags & OpenFlags.NoFollow) == 0;
        Errno error = walk.Full(parsed, start, follow, out Inode found);
        return error == Errno.Ok ? Finish(found, path, flags, at) : error;
    }

    private Result<Handle> OpenOrCreate(
        ref PathWalk walk, ParsedPath parsed, Inode start, FilePath path, OpenFlags flags, int mode, Handle at)
    {
        bool exclusive = (flags & OpenFlags.Exclusive) != 0;
        while (true)
        {
            Errno error = walk.Parent(parsed, start, out PathEnd end);
            if (error != Errno.Ok)
                return error;
            if (end.Kind == LastKind.Name && end.TrailingSlash)
                return Errno.EISDIR;
            if (end.Kind == LastKind.Name && IsDead(end.Directory))
                return Errno.ENOENT;
            error = walk.Last(end, out Inode? found);
            if (error != Errno.Ok)
                return error;
            if (found is null)
                return Make(end, path, flags, mode, at);
            if (found.Kind == FileKind.SymbolicLink && !exclusive && (flags & OpenFlags.NoFollow) == 0)
            {
                error = walk.Follow(found, out parsed);
                if (error != Errno.Ok)
                    return error;
                start = end.Directory;
                continue;
            }

            return exclusive ? Errno.EEXIST
                : found.Kind == FileKind.Directory ? Errno.EISDIR
                : Finish(found, path, flags, at);
        }
    }

    private Result<Handle> Make(in PathEnd end, FilePath path, OpenFlags flags, int mode, Handle at)
    {
        Inode directory = end.Directory;
        if (!user.May(directory, Permissions.Write | Permissions.Search))
            return Errno.EACCES;
        int fault = FaultQuestions.None;
        if (MayFail(NameFaults))
            fault = Fault(NameFaults, new PendingCall(FileCall.Open, path, at: at, flags: flags));
        Errno error = Answer(fault);
        if (error != Errno.Ok)
            return error;
        int bits = mode & AllBits & ~umask;
        bool inherits = (directory.Mode & SetGroupId) != 0;
        if (inherits && (bits & SetGroupId) != 0 && (bits & GroupExecute) != 0 && !MayKeepGroup(directory.GroupId))
            bits &= ~SetGroupId;
        int group = inherits ? directory.GroupId : user.GroupId;
        Inode made = directory.Volume.Create(directory, end.Name, FileKind.Regular, bits, user.UserId, group);
        if (fault == (int)FaultKind.LostReply && (flags & OpenFlags.Exclusive) != 0)
            return Errno.EEXIST;
        return Install(made, flags, path, at);
    }

    private Result<Handle> Finish(Inode found, FilePath path, OpenFlags flags, Handle at)
    {
        if ((flags & OpenFlags.Directory) != 0 && found.Kind != FileKind.Directory)
            return Errno.ENOTDIR;
        if (found.Kind == FileKind.SymbolicLink)
            return Errno.ELOOP;
        bool cuts = (flags & OpenFlags.Truncate) != 0;
        int wanted = (flags & AccessFlags) switch
        {
            OpenFlags.ReadOnly => Permissions.Read,
            OpenFlags.WriteOnly => Permissions.Write,
            _ => Permissions.Read | Permissions.Write,
        };
        if (cuts)
            wanted |= Permissions.Write;
        if (found.Kind == FileKind.Directory && (wanted & Permissions.Write) != 0)
            return Errno.EISDIR;
        if (!user.May(found, wanted))
            return Errno.EACCES;
        if (cuts)
        {
            Errno error = SetLength(new PendingCall(FileCall.Open, path, at: at, flags: flags), found, 0);
            if (error != Errno.Ok)
                return error;
        }

        return Install(found, flags, path, at);
    }

    private bool MayKeepGroup(int groupId) => user.IsRoot || user.InGroup(groupId);
}
