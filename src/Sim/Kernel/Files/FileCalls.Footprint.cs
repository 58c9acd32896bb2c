using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Kernel.Files;

/// <content>What a call may touch, before it is made.</content>
/// <remarks>The state decides: a creation that will find the name taken only reads. It may, because two calls are
/// compared in one state, and a call that changes what another will find conflicts with it. The table and its reasons
/// are in docs/DEPENDENCE.md.</remarks>
public sealed partial class FileCalls
{
    private AccessList touched = new();
    private DiskProfile? profile;

    /// <summary>Notes what a call may touch.</summary>
    /// <param name="call">It is not made.</param>
    /// <param name="crashes">False where no crash can come any more: what is durable does not matter then.</param>
    /// <param name="into">Gets the accesses.</param>
    internal void Foresee(in PendingCall call, bool crashes, AccessList into)
    {
        touched = into;
        bool reverts = host.FsyncFailure == FsyncFailure.Btrfs && (host.Faults.Open & Bit(FaultKind.EioFsync)) != 0;
        profile = crashes || reverts ? host.Mounts.Root.Options.Profile : null;
        if (CallLabel.HasHandle(call.Call) || CallLabel.IsSync(call.Call))
        {
            if (Find(call.File) is { } open)
                ForeseeOpen(call, open);
            return;
        }

        switch (call.Call)
        {
            case FileCall.Open:
                ForeseeOpening(call);
                break;
            case FileCall.MakeDirectory:
                ForeseeName(call.Path, call.File, directory: true);
                break;
            case FileCall.SymbolicLink:
                ForeseeName(call.Other, call.File, directory: false);
                break;
            case FileCall.Link:
                ForeseeLink(call);
                break;
            case FileCall.RemoveDirectory or FileCall.Unlink:
                ForeseeRemoval(call);
                break;
            case FileCall.Rename:
                ForeseeRename(call);
                break;
            default:
                ForeseeFound(call);
                break;
        }
    }

    private void ForeseeOpen(in PendingCall call, OpenFile open)
    {
        Inode inode = open.Inode;
        switch (call.Call)
        {
            case FileCall.Close:
                ForeseeClose(open);
                break;
            case FileCall.Read or FileCall.ReadAt:
                ForeseeFault(Bit(FaultKind.EioRead));
                touched.Read(inode, Facet.Data);
                break;
            case FileCall.Seek:
                touched.Read(inode, Facet.Data);
                break;
            case FileCall.Write or FileCall.WriteAt:
                ForeseeWrite(call, open);
                break;
            case FileCall.Truncate:
                ForeseeLength(inode, call.Number);
                break;
            case FileCall.ReadDirectory or FileCall.RewindDirectory:
                ForeseeFault(Bit(FaultKind.EioReaddir));
                touched.Read(inode, Facet.Names);
                break;
            case FileCall.StatHandle:
                ForeseeStatus(inode);
                break;
            case FileCall.ChangeModeHandle:
                ForeseeAttributes(inode);
                break;
            case FileCall.Lock:
                touched.Write(inode, Facet.Lock);
                break;
            default:
                if (!host.LeavesOut(call.Point))
                    ForeseeSync(call.Call, inode);
                break;
        }
    }

    private void ForeseeFound(in PendingCall call)
    {
        bool follow = call.Call is not (FileCall.LinkStat or FileCall.ReadLink);
        if (Trail(call.Path, call.File, follow) is not { } found)
            return;
        switch (call.Call)
        {
            case FileCall.Stat or FileCall.LinkStat:
                ForeseeStatus(found);
                break;
            case FileCall.ChangeMode or FileCall.ChangeOwner or FileCall.SetModified:
                ForeseeAttributes(found);
                break;
            case FileCall.TruncatePath:
                ReadAttributes(found);
                ForeseeLength(found, call.Number);
                break;
            case FileCall.ChangeDirectory:
                ReadAttributes(found);
                break;
            default:
                break;
        }
    }

    private void ForeseeStatus(Inode inode)
    {
        ForeseeFault(Bit(FaultKind.EioStat));
        touched.Read(inode, Facet.Attributes);
        touched.Read(inode, Facet.Links);
        if (inode.Kind == FileKind.Regular)
            touched.Read(inode, Facet.Data);
    }

    private void ForeseeAttributes(Inode inode)
    {
        touched.Write(inode, Facet.Attributes);
        Changes(inode.Volume, data: false);
    }

    private Inode? Trail(FilePath path, Handle at, bool follow)
    {
        ParsedPath parsed = host.Paths.Get(path);
        return Start(parsed, at, out Inode start) == Errno.Ok
            ? new PathTrail(host, user, touched).Full(parsed, start, follow)
            : null;
    }

    /// <summary>Permissions are looked at by ordinary users only.</summary>
    private void ReadAttributes(Inode inode)
    {
        if (!user.IsRoot)
            touched.Read(inode, Facet.Attributes);
    }

    /// <summary>A fault may be spent: it may be the last one of its kind, and a crash remembers which are
    /// left.</summary>
    private void ForeseeFault(int kinds)
    {
        int open = kinds & host.Faults.Open;
        if (open == 0)
            return;
        for (int kind = 0; open >> kind != 0; kind++)
        {
            if ((open & (1 << kind)) != 0)
                touched.Add(new(AccessList.ObjectOf(Facet.Faults), kind + 1, Choice.AccessKind.Write));
        }

        LosesCrashStates();
    }
}
