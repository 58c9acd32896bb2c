namespace TwoDoors.Sim.Disk;

/// <content>How each change becomes atoms: which parts survive together, and what must survive before them.</content>
public sealed partial class Volume
{
    private DiskProfile Profile => disk.Options.Profile;

    private void IssueEntry(NameUnit unit, Inode? before, Inode? after, int freed)
    {
        disk.Begin(this, metadata: true);
        ChangeName(unit, before, after);
        disk.Log.Need(freed);
        disk.End();
    }

    private void IssueRename(NameUnit to, Inode? replaced, NameUnit from, Inode moved)
    {
        disk.Begin(this, metadata: true);
        if (replaced is not null && !Profile.RenameAtomic)
        {
            // ALICE's rename removes the taken name first: for a moment there is none.
            ChangeName(to, replaced, null);
            NextHalf();
            ChangeName(to, null, moved);
        }
        else
        {
            ChangeName(to, replaced, moved);
        }

        if (replaced is not null && Profile.FlushOnReplace)
            disk.NeedContent(moved);
        NextHalf();
        ChangeName(from, moved, null);
        disk.End();
    }

    private void IssueExchange(NameUnit from, Inode first, NameUnit to, Inode second)
    {
        disk.Begin(this, metadata: true);
        ChangeName(from, first, second);
        NextHalf();
        ChangeName(to, second, first);
        disk.End();
    }

    private void NextHalf()
    {
        if (Profile.RenameAtomic)
            return;
        disk.End();
        disk.Begin(this, metadata: true);
    }

    private void IssueAttributes(Inode file)
    {
        disk.Begin(this, metadata: true);
        disk.Log.Need(file.LastAttributes);
        file.LastAttributes = disk.Log.AtomCount;
        ref Change change = ref disk.Log.Add(ChangeKind.Attributes, file);
        change.Attributes = file.Attributes;
        change.Count = ++file.AttributesCount;
        disk.End();
    }

    private void IssueWrite(Inode file, long offset, int end, long before)
    {
        if (Options.WholeWrites)
        {
            IssueWhole(file, before);
            return;
        }

        int unit = Options.SectorBytes;
        for (int sector = (int)(offset / unit); (long)sector * unit < end; sector++)
            IssueSector(file, sector, before);
        if (Profile.LengthsApart && file.LengthBytes > before)
        {
            BeginData(grows: true);
            ChangeLength(file, file.LengthBytes);
            disk.End();
        }
    }

    /// <summary>A sector that a new block brings survives with the length that shows it; an append within an old block
    /// is an overwrite and a change of length.</summary>
    private void IssueSector(Inode file, int sector, long before)
    {
        long start = (long)sector * Options.SectorBytes;
        long shown = Math.Min(start + Options.SectorBytes, file.LengthBytes);
        bool grows = shown > before;
        bool fresh = before <= start / DiskOptions.BlockBytes * DiskOptions.BlockBytes;
        bool withLength = grows && !Profile.LengthsApart;
        if (fresh && Profile.Data == DataRule.Garbage && IsKnown(file, sector))
        {
            BeginData(grows);
            ChangeSector(file, sector, Contents.GarbageBytes((int)(shown - start)));
            disk.End();
        }

        BeginData(grows && fresh);
        bool garbage = fresh && Profile.Data == DataRule.Garbage;
        file.Sectors.Touch(sector, garbage);
        ChangeSector(file, sector, file.Bytes.AsSpan((int)start, (int)(shown - start)));
        if (withLength && !fresh)
        {
            disk.End();
            BeginData(grows);
        }

        if (withLength)
            ChangeLength(file, shown);
        disk.End();
    }

    /// <summary>True for a sector that had bytes, now or earlier: its block is a new one all the same when the file
    /// was cut in between.</summary>
    private bool IsKnown(Inode file, int sector) => sector < file.Sectors.Count
        ? file.Sectors[sector].Count > 0
        : file.Image is { } image && (long)sector * Options.SectorBytes < image.Bytes.Length;

    /// <summary>The whole content is one unit, and between two versions there is a torn one: zeros as long as the
    /// longer of both.</summary>
    private void IssueWhole(Inode file, long before)
    {
        BeginData(grows: true);
        ChangeSector(file, 0, []);
        ChangeLength(file, Math.Max(before, file.LengthBytes));
        disk.End();
        BeginData(grows: true);
        ChangeSector(file, 0, file.Bytes.AsSpan(0, (int)file.LengthBytes));
        ChangeLength(file, file.LengthBytes);
        disk.End();
    }

    private void IssueLength(Inode file, long before)
    {
        if (Options.WholeWrites)
        {
            IssueWhole(file, before);
            return;
        }

        bool apart = Profile.LengthsApart && !Profile.Network;
        disk.Begin(this, metadata: !apart);
        int unit = Options.SectorBytes;
        for (int sector = (int)(file.LengthBytes / unit); (long)sector * unit < before; sector++)
        {
            int start = (int)Math.Min((long)sector * unit, file.LengthBytes);
            int kept = (int)Math.Max(0, file.LengthBytes - ((long)sector * unit));
            ChangeSector(file, sector, file.Bytes.AsSpan(start, kept));
            if (!apart)
                continue;
            disk.End();
            disk.Begin(this, metadata: false);
        }

        ChangeLength(file, file.LengthBytes);
        disk.End();
    }

    /// <summary>Bytes are in the journal's order only where the profile puts them there.</summary>
    private void BeginData(bool grows)
    {
        disk.Begin(this, metadata: false);
        if (Profile.EverythingOrdered && (grows || Profile.OverwritesOrdered))
            disk.Order();
    }

    private void ChangeName(NameUnit unit, Inode? before, Inode? after)
    {
        disk.Log.Need(unit.Last);
        unit.Last = disk.Log.AtomCount;
        unit.Count++;
        ref Change change = ref disk.Log.Add(ChangeKind.Entry, unit.Directory);
        change.Name = unit;
        change.Before = before;
        change.After = after;
        before?.NamesChanged = true;
        after?.NamesChanged = true;
    }

    private void ChangeSector(Inode file, int sector, ReadOnlySpan<byte> bytes)
    {
        ref SectorUnit unit = ref file.Sectors.Touch(sector, garbage: false);
        disk.Log.Need(unit.Last);
        unit.Last = disk.Log.AtomCount;
        unit.Count++;
        ReadOnlySpan<byte> held = bytes.TrimEnd((byte)0);
        file.Sectors.Record(disk.Log.ChangeCount);
        ref Change change = ref disk.Log.Add(ChangeKind.Sector, file);
        change.Sector = sector;
        change.Start = disk.Log.Keep(held);
        change.Count = held.Length;
        change.Length = unit.Count;
        change.Digest = Contents.Digest(sector, held);
    }

    private void ChangeLength(Inode file, long length)
    {
        disk.Log.Need(file.LastLength);
        file.LastLength = disk.Log.AtomCount;
        file.Sectors.Record(disk.Log.ChangeCount);
        ref Change change = ref disk.Log.Add(ChangeKind.Length, file);
        change.Length = length;
        change.Count = ++file.LengthCount;
    }
}
