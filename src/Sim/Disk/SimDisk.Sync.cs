using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Disk;

/// <content>What becomes durable, and what a failed fsync leaves in doubt.</content>
public sealed partial class SimDisk
{
    private int doubtful;
    private int rewritten = -1;

    /// <summary>Every cut contains it: where it is new, every cut is.</summary>
    private int newestDurable = -1;

    private enum SyncTarget
    {
        /// <summary>One atom.</summary>
        Atom,

        /// <summary>Bytes, length and attributes of a file.</summary>
        File,

        /// <summary>Bytes and length of a file.</summary>
        FileData,

        /// <summary>The entries of a directory, and its attributes.</summary>
        Directory,

        /// <summary>A file system.</summary>
        Volume,
    }

    /// <summary>fsync of a file.</summary>
    internal void SyncFile(Volume volume, Inode file, bool dataOnly) =>
        Settle(dataOnly ? SyncTarget.FileData : SyncTarget.File, volume, file, -1);

    /// <summary>fsync of a directory.</summary>
    internal void SyncDirectory(Volume volume, Inode directory) => Settle(SyncTarget.Directory, volume, directory, -1);

    /// <summary>syncfs.</summary>
    internal void SyncAll(Volume volume) => Settle(SyncTarget.Volume, volume, null, -1);

    /// <summary>Write-back of a file has failed: its pending bytes may be on the disk or not, and no later fsync will
    /// write them, because the pages count as clean. Lengths and names are not affected: they stay pending. On btrfs
    /// the file goes back to what is durable.</summary>
    /// <remarks>More crash states than a real one has: which of the bytes had reached the disk is left open, sector by
    /// sector.</remarks>
    internal void FailSync(Volume volume, Inode file)
    {
        if (Options.FsyncFailure == FsyncFailure.Btrfs)
        {
            Revert(file);
            return;
        }

        int moved = 0;
        int count = file.Sectors.ChangeCount;
        for (int i = 0; i < count; i++)
        {
            int index = file.Sectors.Changes[i];
            Atom from = Log.Atoms[Log.Changes[index].Atom];
            if (Log.Changes[index].Kind != ChangeKind.Sector || from.Durable || from.Doubtful)
                continue;
            Change change = Log.Changes[index];
            Log.Changes[index].Kind = ChangeKind.None;
            file.Sectors[change.Sector].Last = -1;
            Begin(volume, metadata: false);
            change.Atom = Log.AtomCount;
            file.Sectors.Record(Log.ChangeCount);
            Log.Add(ChangeKind.Sector, file) = change;
            Log.Atoms[Log.AtomCount].Doubtful = true;
            End();
            PendingFingerprint = PendingFingerprint.Plus(Log.Atoms[Log.AtomCount - 1].Key.Add(2));
            moved++;
        }

        if (moved == 0)
            return;
        doubtful += moved;
        Rewrite();
    }

    /// <summary>Whether the file was cut since it was opened decides what its next close waits for: two executions that
    /// differ in it do not go on alike.</summary>
    internal void NoteCut(Inode file)
    {
        Fingerprint mark = Fingerprint.Empty.Add(file.Volume.Number).Add(file.Number);
        PendingFingerprint = file.WasCut ? PendingFingerprint.Plus(mark) : PendingFingerprint.Minus(mark);
    }

    /// <summary>The next ordered change of the file's volume needs its bytes.</summary>
    internal void FlushBeforeNext(Inode file)
    {
        foreach (int atom in pending)
        {
            if (!HoldsContent(atom, file, dataOnly: true))
                continue;
            file.Volume.FlushFirst.Add(atom);
            Fingerprint flushed = Log.Atoms[atom].Key.Add(4).Add(file.Volume.OrderedCount);
            PendingFingerprint = PendingFingerprint.Plus(flushed);
        }
    }

    /// <summary>The atom that is made needs the bytes of a file.</summary>
    internal void NeedContent(Inode file)
    {
        foreach (int atom in pending)
        {
            if (!HoldsContent(atom, file, dataOnly: true))
                continue;
            Log.Need(atom);
            content = content.Plus(Log.Atoms[atom].Key);
        }
    }

    private bool HoldsContent(int atom, Inode file, bool dataOnly)
    {
        foreach (ref readonly Change change in Log.ChangesOf(atom))
        {
            if (change.Inode != file || change.Kind is ChangeKind.Entry or ChangeKind.None)
                continue;
            if (!dataOnly || change.Kind != ChangeKind.Attributes)
                return true;
        }

        return false;
    }

    private bool Holds(int atom, Inode directory)
    {
        foreach (ref readonly Change change in Log.ChangesOf(atom))
        {
            if (change.Inode == directory && change.Kind != ChangeKind.None)
                return true;
        }

        return false;
    }

    /// <summary>True for an atom that makes a name of the file: a rename removes the other one with it.</summary>
    private bool Names(int atom, Inode file)
    {
        foreach (ref readonly Change change in Log.ChangesOf(atom))
        {
            if (change.Kind == ChangeKind.Entry && change.After == file)
                return true;
        }

        return false;
    }

    private bool IsAsked(int index, SyncTarget target, Inode? inode, SyncReach reach)
    {
        ref readonly Atom atom = ref Log.Atoms[index];
        if (target == SyncTarget.Volume || reach == SyncReach.Everything)
            return true;
        if (reach == SyncReach.Metadata && atom.IsMetadata)
            return true;
        if (target == SyncTarget.Directory)
            return Holds(index, inode!);
        return HoldsContent(index, inode!, target == SyncTarget.FileData)
            || (reach == SyncReach.OwnNames && Names(index, inode!));
    }

    /// <summary>Makes durable what is asked for and everything that it needs, except what is in doubt and what needs
    /// something in doubt.</summary>
    private void Settle(SyncTarget target, Volume volume, Inode? inode, int single)
    {
        if (pending.Count == 0)
            return;
        SyncReach reach = target == SyncTarget.Directory ? Options.Profile.DirectorySync : Options.Profile.FileSync;
        bool any = false;
        foreach (int index in pending)
        {
            ref Atom atom = ref Log.Atoms[index];
            atom.Wanted = target == SyncTarget.Atom
                ? index == single
                : atom.Volume == volume && IsAsked(index, target, inode, reach);
            any |= atom.Wanted;
        }

        if (any)
            SettleWanted();
    }

    private void SettleWanted()
    {
        for (int i = pending.Count - 1; i >= 0; i--)
        {
            if (!Log.Atoms[pending[i]].Wanted)
                continue;
            foreach (int need in Log.NeedsOf(pending[i]))
                Log.Atoms[need].Wanted = true;
        }

        int kept = 0;
        for (int i = 0; i < pending.Count; i++)
        {
            int index = pending[i];
            ref Atom atom = ref Log.Atoms[index];
            if (!atom.Wanted || atom.Doubtful || !NeedsAreDurable(index))
            {
                pending[kept++] = index;
                continue;
            }

            atom.Durable = true;
            newestDurable = Math.Max(newestDurable, index);
            components.MarkDurable(index);
            PendingFingerprint = PendingFingerprint.Plus(atom.Key.Add(1));
            if (doubtful > 0)
                Supersede(index);
        }

        pending.RemoveRange(kept, pending.Count - kept);
    }

    private bool NeedsAreDurable(int atom)
    {
        foreach (int need in Log.NeedsOf(atom))
        {
            if (!Log.Atoms[need].Durable)
                return false;
        }

        return true;
    }

    /// <summary>Newer bytes of a sector are durable: older ones in doubt are not any more.</summary>
    private void Supersede(int atom)
    {
        foreach (ref readonly Change change in Log.ChangesOf(atom))
        {
            if (change.Kind != ChangeKind.Sector)
                continue;
            foreach (int index in change.Inode.Sectors.Changes)
            {
                ref Change older = ref Log.Changes[index];
                bool same = older.Kind == ChangeKind.Sector && older.Sector == change.Sector && older.Atom < atom;
                if (!same || !Log.Atoms[older.Atom].Doubtful)
                    continue;
                older.Kind = ChangeKind.None;
                Rewrite();
            }
        }
    }

    /// <summary>Memory becomes what the disk holds: pending changes of the content are gone.</summary>
    private void Revert(Inode file)
    {
        foreach (int index in file.Sectors.Changes)
        {
            ref Change change = ref Log.Changes[index];
            ref Atom atom = ref Log.Atoms[change.Atom];
            atom.In = atom.Durable;
            if (atom.Durable || change.Kind == ChangeKind.None)
                continue;
            change.Kind = ChangeKind.None;
            PendingFingerprint = PendingFingerprint.Plus(atom.Key.Add(3));
        }

        byte[] bytes = Contents.BytesOf(Log, file);
        file.LengthBytes = 0;
        file.Reserve(bytes.Length);
        bytes.CopyTo(file.Bytes, 0);
        file.Bytes.AsSpan(bytes.Length).Clear();
        file.LengthBytes = bytes.Length;
        Begin(file.Volume, metadata: false);
        Log.Add(ChangeKind.None, file);
        End();
        Log.Atoms[Log.AtomCount - 1].Durable = true;
        pending.RemoveAt(pending.Count - 1);
        Rewrite();
    }

    /// <summary>Atoms have changed after they were issued: ideals are found anew, and what was enumerated before says
    /// nothing about them.</summary>
    private void Rewrite()
    {
        rewritten = Log.AtomCount - 1;
        Restart();
    }

    private void Restart()
    {
        for (int atom = 0; atom < Log.AtomCount; atom++)
        {
            Log.Atoms[atom].Component = null;
            foreach (ref readonly Change change in Log.ChangesOf(atom))
            {
                change.Inode.Unsettle();
                change.Before?.Unsettle();
                change.After?.Unsettle();
            }
        }

        components.Clear(image?.Fingerprint ?? default);
    }
}
