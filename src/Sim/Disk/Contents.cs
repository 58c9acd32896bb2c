using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Disk;

/// <summary>Bytes and length of a file in the crash state whose atoms are marked In.</summary>
internal static class Contents
{
    private static readonly byte[] Garbage = [.. Enumerable.Repeat((byte)0xDB, 4096)];

    /// <summary>The fingerprint of no bytes.</summary>
    public static Fingerprint Empty { get; } = Fingerprint.Empty.Add(0L);

    /// <summary>Bytes that stand for those of somebody else.</summary>
    public static ReadOnlySpan<byte> GarbageBytes(int count) => Garbage.AsSpan(0, count);

    /// <summary>What a sector adds to the fingerprint of a content. Zeros at its end count like nothing: what was
    /// never written reads as zeros.</summary>
    public static Fingerprint Digest(int sector, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> shown = bytes.TrimEnd((byte)0);
        return shown.Length == 0 ? default : Fingerprint.Empty.Add(sector).AddBlocks(shown);
    }

    /// <summary>The fingerprint of bytes.</summary>
    /// <param name="bytes">All of them.</param>
    /// <param name="unit">Bytes of a sector.</param>
    /// <param name="parts">What each sector adds, where there are several; else empty.</param>
    public static Fingerprint Of(ReadOnlySpan<byte> bytes, int unit, out Fingerprint[] parts)
    {
        Fingerprint sum = Fingerprint.Empty.Add(bytes.Length);
        parts = bytes.Length > unit ? new Fingerprint[(bytes.Length + unit - 1) / unit] : [];
        for (int sector = 0; bytes.Length > 0; sector++)
        {
            int shown = Math.Min(unit, bytes.Length);
            Fingerprint part = Digest(sector, bytes[..shown]);
            if (parts.Length > 0)
                parts[sector] = part;
            sum = sum.Plus(part);
            bytes = bytes[shown..];
        }

        return sum;
    }

    /// <summary>The fingerprint of a file in the crash state.</summary>
    public static Fingerprint Of(PendingLog log, Inode file)
    {
        int unit = file.Volume.Options.UnitBytes;
        long length = Choose(log, file);
        Fingerprint sum = Fingerprint.Empty.Add(length);
        int sectors = Math.Max(file.Sectors.Count, Count(file.Image, unit));
        for (int sector = 0; sector < sectors && (long)sector * unit < length; sector++)
            sum = sum.Plus(Part(log, file, sector, (int)Math.Min(unit, length - ((long)sector * unit))));
        return sum;
    }

    /// <summary>The bytes of a file in the crash state; not copied where they are those of the image.</summary>
    public static byte[] BytesOf(PendingLog log, Inode file)
    {
        byte[] before = file.Image?.Bytes ?? [];
        if (file.Sectors.ChangeCount == 0)
            return before;
        long length = Choose(log, file);
        byte[] bytes = new byte[length];
        before.AsSpan(0, (int)Math.Min(length, before.Length)).CopyTo(bytes);
        int unit = file.Volume.Options.UnitBytes;
        for (int sector = 0; sector < file.Sectors.Count && (long)sector * unit < length; sector++)
        {
            SectorUnit held = file.Sectors[sector];
            Span<byte> room = bytes.AsSpan(sector * unit, (int)Math.Min(unit, length - ((long)sector * unit)));
            if (held.View >= 0)
            {
                ReadOnlySpan<byte> written = log.BytesOf(log.Changes[held.View]);
                room.Clear();
                written[..Math.Min(written.Length, room.Length)].CopyTo(room);
            }
            else if (held.IsGarbage)
            {
                GarbageBytes(room.Length).CopyTo(room);
            }
        }

        return bytes;
    }

    private static int Count(InodeImage? image, int unit) => image is null || image.Bytes.Length == 0
        ? 0
        : ((image.Bytes.Length - 1) / unit) + 1;

    /// <summary>Finds what shows of each sector.</summary>
    /// <returns>The length.</returns>
    private static long Choose(PendingLog log, Inode file)
    {
        long length = file.Image?.Bytes.Length ?? 0;
        for (int sector = 0; sector < file.Sectors.Count; sector++)
            file.Sectors[sector].View = -1;
        foreach (int index in file.Sectors.Changes)
        {
            ref readonly Change change = ref log.Changes[index];
            if (!log.Atoms[change.Atom].In)
                continue;
            if (change.Kind == ChangeKind.Length)
                length = change.Length;
            else if (change.Kind == ChangeKind.Sector)
                file.Sectors[change.Sector].View = index;
        }

        return length;
    }

    private static Fingerprint Part(PendingLog log, Inode file, int sector, int shown)
    {
        if (sector < file.Sectors.Count)
        {
            ref readonly SectorUnit held = ref file.Sectors[sector];
            if (held.View >= 0)
            {
                ref readonly Change change = ref log.Changes[held.View];
                return shown >= change.Count ? change.Digest : Digest(sector, log.BytesOf(change)[..shown]);
            }

            if (held.IsGarbage)
                return Digest(sector, GarbageBytes(shown));
        }

        if (file.Image is not { } image)
            return default;
        int unit = file.Volume.Options.UnitBytes;
        long start = (long)sector * unit;
        if (start >= image.Bytes.Length)
            return default;
        int stored = (int)Math.Min(unit, image.Bytes.Length - start);
        if (shown >= stored && image.Sectors.Length > 0)
            return image.Sectors[sector];
        return Digest(sector, image.Bytes.AsSpan((int)start, Math.Min(shown, stored)));
    }
}
