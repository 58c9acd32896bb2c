using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Kernel.Files;

/// <content>What calls on names may touch.</content>
public sealed partial class FileCalls
{
    private void ForeseeOpening(in PendingCall call)
    {
        ParsedPath parsed = host.Paths.Get(call.Path);
        if (Start(parsed, call.File, out Inode start) != Errno.Ok)
            return;
        PathTrail trail = new(host, user, touched);
        if ((call.Flags & OpenFlags.Create) == 0)
        {
            bool follow = (call.Flags & OpenFlags.NoFollow) == 0;
            ForeseeInstall(trail.Full(parsed, start, follow), call.Flags);
            return;
        }

        if (!trail.Parent(parsed, start, out PathEnd end))
            return;
        Inode? found = trail.Last(end);
        if (found is null)
        {
            ForeseeCreation(end, directory: false);
            return;
        }

        bool exclusive = (call.Flags & OpenFlags.Exclusive) != 0;
        if (exclusive)
            return;
        if (found.Kind == FileKind.SymbolicLink && (call.Flags & OpenFlags.NoFollow) == 0)
            ForeseeTarget(ref trail, found, end.Directory, call.Flags);
        else
            ForeseeInstall(found, call.Flags);
    }

    /// <summary>A file is made where a dangling link points, perhaps through further links.</summary>
    private void ForeseeTarget(ref PathTrail trail, Inode link, Inode directory, OpenFlags flags)
    {
        for (int links = 0; links <= 40; links++)
        {
            if (!trail.Parent(host.Paths.Get(link.Target), directory, out PathEnd end))
                return;
            Inode? found = trail.Last(end);
            if (found is null)
            {
                ForeseeCreation(end, directory: false);
                return;
            }

            if (found.Kind != FileKind.SymbolicLink)
            {
                ForeseeInstall(found, flags);
                return;
            }

            (link, directory) = (found, end.Directory);
        }
    }

    private void ForeseeInstall(Inode? found, OpenFlags flags)
    {
        if (found is null)
            return;
        ReadAttributes(found);
        if ((flags & OpenFlags.Truncate) != 0 && found.Kind == FileKind.Regular)
            ForeseeLength(found, 0);
        if (host.HasFailed || (host.Faults.Open & Bit(FaultKind.EioFsync)) != 0)
            touched.Read(found, Facet.Failures);
    }

    private void ForeseeName(FilePath path, Handle at, bool directory)
    {
        ParsedPath parsed = host.Paths.Get(path);
        PathTrail trail = new(host, user, touched);
        if (Start(parsed, at, out Inode start) != Errno.Ok || !trail.Parent(parsed, start, out PathEnd end))
            return;
        if (trail.Last(end) is null)
            ForeseeCreation(end, directory);
    }

    private void ForeseeCreation(in PathEnd end, bool directory)
    {
        Volume volume = end.Directory.Volume;
        ForeseeFault(NameFaults);
        touched.Read(end.Directory, Facet.Attributes);
        touched.WriteName(end.Directory, end.Name);
        if (directory)
            touched.Increase(end.Directory, Facet.Links);
        (long first, long last) = volume.NumberParts(end.Directory, end.Name);
        touched.Add(new Access(AccessList.ObjectOf(volume, Facet.Numbers), first, AccessKind.Write));
        touched.Add(new Access(AccessList.ObjectOf(volume, Facet.Numbers), last, AccessKind.Write));
        Changes(volume, data: false);
    }

    private void ForeseeLink(in PendingCall call)
    {
        Inode? file = Trail(call.Path, Handle.WorkingDirectory, follow: false);
        ParsedPath parsed = host.Paths.Get(call.Other);
        PathTrail trail = new(host, user, touched);
        if (file is null || Start(parsed, Handle.WorkingDirectory, out Inode start) != Errno.Ok
            || !trail.Parent(parsed, start, out PathEnd end))
        {
            return;
        }

        ReadAttributes(file);
        if (trail.Last(end) is not null || file.Volume != end.Directory.Volume || file.Kind == FileKind.Directory)
            return;
        ForeseeFault(NameFaults);
        touched.WriteName(end.Directory, end.Name);
        touched.Write(file, Facet.Links);
        touched.Write(file, Facet.NamedBy);
        Changes(file.Volume, data: false);
    }

    private void ForeseeRemoval(in PendingCall call)
    {
        ParsedPath parsed = host.Paths.Get(call.Path);
        PathTrail trail = new(host, user, touched);
        if (Start(parsed, call.File, out Inode start) != Errno.Ok || !trail.Parent(parsed, start, out PathEnd end))
            return;
        Inode? victim = trail.Last(end);
        bool directory = call.Call == FileCall.RemoveDirectory;
        if (victim is null || end.Kind != LastKind.Name)
            return;
        ReadAttributes(victim);
        if (directory)
            touched.Read(victim, Facet.Names);
        if (directory != (victim.Kind == FileKind.Directory) || victim.Entries.Count > 0)
            return;
        ForeseeFault(RemovalFaults);
        touched.WriteName(end.Directory, end.Name);
        ForeseeDrop(end.Directory, victim);
        Changes(victim.Volume, data: false);
    }

    private void ForeseeDrop(Inode directory, Inode victim)
    {
        touched.Write(victim, Facet.Links);
        if (victim.Kind == FileKind.Directory)
        {
            touched.Write(victim, Facet.Names);
            touched.Increase(directory, Facet.Links);
        }

        if (victim.Volume.Options.ReuseInodes)
            touched.Add(new Access(AccessList.ObjectOf(victim.Volume, Facet.Numbers), 0, AccessKind.Write));
    }

    private void ForeseeRename(in PendingCall call)
    {
        ParsedPath from = host.Paths.Get(call.Path);
        ParsedPath to = host.Paths.Get(call.Other);
        PathTrail trail = new(host, user, touched);
        if (Start(from, Handle.WorkingDirectory, out Inode start) != Errno.Ok
            || !trail.Parent(from, start, out PathEnd old))
        {
            return;
        }

        trail = new PathTrail(host, user, touched);
        if (Start(to, Handle.WorkingDirectory, out start) != Errno.Ok
            || !trail.Parent(to, start, out PathEnd target))
        {
            return;
        }

        Inode? moved = trail.Last(old);
        Inode? replaced = trail.Last(target);
        bool missing = moved is null || (call.RenameMode == RenameMode.Exchange && replaced is null);
        bool taken = moved == replaced || (call.RenameMode == RenameMode.NoReplace && replaced is not null);
        if (missing || taken || old.Directory.Volume != target.Directory.Volume)
            return;
        ForeseeMove(call.RenameMode == RenameMode.Exchange, old, moved!, target, replaced);
    }

    private void ForeseeMove(bool exchange, in PathEnd old, Inode moved, in PathEnd target, Inode? replaced)
    {
        ForeseeFault(NameFaults);
        ReadAttributes(moved);
        touched.WriteName(old.Directory, old.Name);
        touched.WriteName(target.Directory, target.Name);
        touched.Write(moved, Facet.NamedBy);
        if (moved.Kind == FileKind.Directory || replaced?.Kind == FileKind.Directory)
        {
            touched.Add(new Access(AccessList.ObjectOf(moved.Volume, Facet.Tree), 0, AccessKind.Write));
            touched.Increase(old.Directory, Facet.Links);
            touched.Increase(target.Directory, Facet.Links);
        }

        if (replaced is not null)
        {
            ReadAttributes(replaced);
            if (profile is { FlushOnReplace: true })
                touched.Read(moved, Facet.Data);
            if (exchange)
                touched.Write(replaced, Facet.NamedBy);
            else
                ForeseeDrop(target.Directory, replaced);
        }

        Changes(moved.Volume, data: false);
    }
}
