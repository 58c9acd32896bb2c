using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Kernel.Files;

/// <content>What calls on bytes may touch, and what pending changes have to do with each other.</content>
public sealed partial class FileCalls
{
    private const int SpaceFaults =
        (1 << (int)FaultKind.EioWrite) | (1 << (int)FaultKind.Enospc) | (1 << (int)FaultKind.Edquot);

    private bool FlushesAfterCut => profile is { FlushOnReplace: true, MetadataOrdered: true };

    private void ForeseeWrite(in PendingCall call, OpenFile open)
    {
        if (call.Number == 0)
            return;
        ForeseeFault(SpaceFaults | Bit(FaultKind.ShortWrite));
        ForeseeDropOfPrivilege(open.Inode);
        touched.Write(open.Inode, Facet.Data);
        Changes(open.Inode.Volume, data: true);
        if ((open.Flags & (OpenFlags.Sync | OpenFlags.DataSync)) != 0)
            ForeseeSync(FileCall.Sync, open.Inode);
    }

    /// <summary>A length that the file has already is no change.</summary>
    private void ForeseeLength(Inode inode, long length)
    {
        ForeseeFault(SpaceFaults);
        ForeseeDropOfPrivilege(inode);
        if (inode.LengthBytes == length)
        {
            touched.Read(inode, Facet.Data);
            return;
        }

        touched.Write(inode, Facet.Data);
        if (length == 0 && FlushesAfterCut)
            touched.Write(inode, Facet.Cut);
        Changes(inode.Volume, data: true);
        Changes(inode.Volume, data: false);
    }

    private void ForeseeDropOfPrivilege(Inode inode)
    {
        if (user.IsRoot)
            return;
        if ((inode.Mode & (SetUserId | SetGroupId)) != 0)
            ForeseeAttributes(inode);
        else
            touched.Read(inode, Facet.Attributes);
    }

    private void ForeseeClose(OpenFile open)
    {
        Inode inode = open.Inode;
        if (open.Lock != LockMode.Unlocked)
            touched.Write(inode, Facet.Lock);
        if (!open.CanWrite)
            return;
        if (host.Network)
        {
            ForeseeFault(Bit(FaultKind.EioClose));
            Settles(FileCall.Sync, inode);
        }
        else if (FlushesAfterCut)
        {
            touched.Write(inode, Facet.Cut);
            if (!inode.WasCut)
                return;
            touched.Read(inode, Facet.Data);
            Touch(inode.Volume, PendingPart.Metadata, AccessKind.Write);
        }
    }

    private void ForeseeSync(FileCall call, Inode inode)
    {
        ForeseeFault(Bit(FaultKind.EioFsync) | Bit(FaultKind.EinvalFsyncDirectory));
        bool mayFail = (host.Faults.Open & Bit(FaultKind.EioFsync)) != 0;
        if (mayFail || host.HasFailed)
            touched.Write(inode, Facet.Failures);
        if (mayFail && profile is not null)
            touched.Write(inode, Facet.Data);
        Settles(call, inode);
    }

    /// <summary>Looks at every change that it may make durable, and takes the crash states without them
    /// away.</summary>
    private void Settles(FileCall call, Inode inode)
    {
        if (profile is null)
            return;
        bool directory = inode.Kind == FileKind.Directory;
        SyncReach reach = call == FileCall.SyncFileSystem ? SyncReach.Everything
            : directory ? profile.DirectorySync : profile.FileSync;
        touched.Read(inode, directory ? Facet.Names : Facet.Data);
        if (call != FileCall.SyncData)
            touched.Read(inode, Facet.Attributes);
        if (reach == SyncReach.OwnNames)
            touched.Read(inode, Facet.NamedBy);
        if (reach == SyncReach.Everything)
            Touch(inode.Volume, PendingPart.Whole, AccessKind.Write);
        else if (reach == SyncReach.Metadata || profile.MetadataOrdered || profile.EverythingOrdered)
            Touch(inode.Volume, PendingPart.Metadata, AccessKind.Write);
        LosesCrashStates();
    }

    /// <summary>Adds pending changes. Where the journal orders them, their order can be seen after a crash; on a
    /// network file system names are durable at once.</summary>
    private void Changes(Volume volume, bool data)
    {
        if (profile is null)
            return;
        bool ordered = profile.EverythingOrdered || (profile.MetadataOrdered && !data);
        PendingPart part = data && !ordered ? PendingPart.Data : PendingPart.Metadata;
        Touch(volume, part, ordered ? AccessKind.Write : AccessKind.Add);
        if (profile.Network && !data)
            LosesCrashStates();
        else
            touched.Add(new Access(AccessList.ObjectOf(Facet.Crash), 0, AccessKind.Add));
    }

    private void LosesCrashStates()
    {
        if (profile is not null)
            touched.Add(new Access(AccessList.ObjectOf(Facet.Crash), 0, AccessKind.Write));
    }

    private void Touch(Volume volume, PendingPart part, AccessKind kind) =>
        touched.Add(new Access(AccessList.ObjectOf(volume, Facet.Pending), (long)part, kind));
}
