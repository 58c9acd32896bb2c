namespace TwoDoors.Sim.Disk;

/// <content>How each change becomes atoms: which parts survive together, and what must survive before them.</content>
public sealed partial class Volume
{
    private DiskProfile Profile => disk.Options.Profile;

    private void IssueEntry(EntryUnit entry, Inode? before, Inode? after, int freed)
    {
        AtomBuilder atom = disk.Begin(this, metadata: true);
        Change(atom, entry, before, after);
        atom.Needs(freed);
        disk.End(atom);
    }

    private void IssueRename(EntryUnit to, Inode? replaced, EntryUnit from, Inode moved)
    {
        AtomBuilder atom = disk.Begin(this, metadata: true);
        Change(atom, to, replaced, moved);
        if (replaced is not null && Profile.FlushOnReplace)
            disk.NeedContent(atom, moved);
        if (!Profile.RenameAtomic)
        {
            disk.End(atom);
            atom = disk.Begin(this, metadata: true);
        }

        Change(atom, from, moved, null);
        disk.End(atom);
    }

    private void IssueExchange(EntryUnit from, Inode first, EntryUnit to, Inode second)
    {
        AtomBuilder atom = disk.Begin(this, metadata: true);
        Change(atom, from, first, second);
        if (!Profile.RenameAtomic)
        {
            disk.End(atom);
            atom = disk.Begin(this, metadata: true);
        }

        Change(atom, to, second, first);
        disk.End(atom);
    }

    private void IssueAttributes(Inode file)
    {
        AtomBuilder atom = disk.Begin(this, metadata: true);
        atom.Needs(file.LastAttributes);
        file.LastAttributes = atom.Index;
        atom.Add(new AttributeChange(file, file.Attributes));
        disk.End(atom);
    }

    private void IssueWrite(Inode file, long offset, int end, long before)
    {
        if (Options.WholeWrites)
        {
            IssueWhole(file, before);
            return;
        }

        int unit = Options.SectorBytes;
        bool apart = Profile.Data is DataRule.Free or DataRule.Garbage;
        for (int index = (int)(offset / unit); (long)index * unit < end; index++)
        {
            long start = (long)index * unit;
            long shown = Math.Min(start + unit, file.LengthBytes);
            bool grows = shown > before;
            long block = start / DiskOptions.BlockBytes * DiskOptions.BlockBytes;
            bool together = grows && !apart && before <= block;
            AtomBuilder atom = BeginData(grows);
            Change(atom, file, index, shown);
            if (grows && !apart && !together)
            {
                disk.End(atom);
                atom = BeginData(grows);
            }

            if (grows && !apart)
                Change(atom, file, shown);
            disk.End(atom);
        }

        if (apart && file.LengthBytes > before)
            IssueLengthAlone(file);
    }

    /// <summary>The whole content is one unit, and between two versions there is a torn one.</summary>
    private void IssueWhole(Inode file, long before)
    {
        AtomBuilder torn = BeginData(grows: true);
        SectorUnit unit = file.Sector(0, SectorVersion.Zeros);
        Change(torn, file, unit, SectorVersion.Zeros);
        ChangeLength(torn, file, Math.Max(before, file.LengthBytes));
        disk.End(torn);
        AtomBuilder whole = BeginData(grows: true);
        Change(whole, file, 0, file.LengthBytes);
        ChangeLength(whole, file, file.LengthBytes);
        disk.End(whole);
    }

    private void IssueLength(Inode file, long before)
    {
        if (Options.WholeWrites)
        {
            IssueWhole(file, before);
            return;
        }

        bool apart = Profile.Data is DataRule.Free or DataRule.Garbage;
        AtomBuilder atom = disk.Begin(this, metadata: !apart);
        if (file.LengthBytes < before)
        {
            int unit = Options.SectorBytes;
            for (int index = (int)(file.LengthBytes / unit); (long)index * unit < before; index++)
            {
                Change(atom, file, index, Math.Max(file.LengthBytes, (long)index * unit));
                if (!apart)
                    continue;
                disk.End(atom);
                atom = disk.Begin(this, metadata: false);
            }
        }

        ChangeLength(atom, file, file.LengthBytes);
        disk.End(atom);
    }

    private void IssueLengthAlone(Inode file)
    {
        AtomBuilder atom = BeginData(grows: true);
        ChangeLength(atom, file, file.LengthBytes);
        disk.End(atom);
    }

    /// <summary>Bytes are in the journal's order only where the profile puts them there.</summary>
    private AtomBuilder BeginData(bool grows)
    {
        AtomBuilder atom = disk.Begin(this, metadata: false);
        if (Profile.EverythingOrdered && (grows || Profile.OverwritesOrdered))
            disk.Order(atom);
        return atom;
    }

    private static void Change(AtomBuilder atom, EntryUnit entry, Inode? before, Inode? after)
    {
        atom.Needs(entry.Last);
        entry.Last = atom.Index;
        entry.Count++;
        atom.Add(new EntryChange(entry, before, after));
    }

    private void Change(AtomBuilder atom, Inode file, int index, long shown)
    {
        bool garbage = Profile.Data == DataRule.Garbage && !Options.WholeWrites;
        SectorUnit unit = file.Sector(index, garbage ? SectorVersion.Garbage : SectorVersion.Zeros);

        // A sector that was cut off whole begins beyond the bytes that are left.
        int start = (int)Math.Min((long)index * Options.UnitBytes, file.Bytes.Length);
        int end = (int)Math.Max(start, Math.Min(shown, file.Bytes.Length));
        Change(atom, file, unit, new SectorVersion(file.Bytes[start..end]));
    }

    private static void Change(AtomBuilder atom, Inode file, SectorUnit unit, SectorVersion version)
    {
        atom.Needs(unit.Last);
        unit.Last = atom.Index;
        unit.Count++;
        atom.Add(new SectorChange(file, unit, version, atom.Index));
    }

    private static void Change(AtomBuilder atom, Inode file, long length) => ChangeLength(atom, file, length);

    private static void ChangeLength(AtomBuilder atom, Inode file, long length)
    {
        atom.Needs(file.LastLength);
        file.LastLength = atom.Index;
        atom.Add(new LengthChange(file, length));
    }
}
