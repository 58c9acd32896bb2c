using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Disk;

/// <summary>A file as the running kernel sees it: the volatile side. Changed by <see cref="Volume"/> alone.</summary>
/// <remarks>What begins with View is the same file in the crash state that is looked at: see
/// <see cref="CutView"/>.</remarks>
public sealed class Inode
{
    private byte[] durableBytes = [];

    internal Inode(Volume volume, int number, FileKind kind)
    {
        Volume = volume;
        Number = number;
        Kind = kind;
        Parent = this;
    }

    /// <summary>Its file system.</summary>
    public Volume Volume { get; }

    /// <summary>Number on its file system, at least 1.</summary>
    public int Number { get; }

    /// <summary>What it is.</summary>
    public FileKind Kind { get; }

    /// <summary>Permission bits.</summary>
    public int Mode { get; internal set; }

    /// <summary>Owner.</summary>
    public int UserId { get; internal set; }

    /// <summary>Group.</summary>
    public int GroupId { get; internal set; }

    /// <summary>Names of a file; for a directory 2 and one for each subdirectory.</summary>
    public int Links { get; internal set; }

    /// <summary>mtime, where somebody set it.</summary>
    public long ModifiedNanoseconds { get; internal set; }

    /// <summary>Size of a regular file.</summary>
    public long LengthBytes { get; internal set; }

    /// <summary>Target of a symbolic link.</summary>
    public FilePath Target { get; internal init; }

    /// <summary>The directory that names this directory; the root's parent is the root.</summary>
    public Inode Parent { get; internal set; }

    /// <summary>The entries of a directory in byte order of their names; empty for files.</summary>
    public SortedList<FilePath, Inode> Entries { get; } = [];

    /// <summary>The bytes, at least <see cref="LengthBytes"/> of them; shared with the image until the first
    /// write.</summary>
    internal byte[] Bytes { get; set; } = [];

    /// <summary>False while <see cref="Bytes"/> belongs to the image.</summary>
    internal bool OwnsBytes { get; set; }

    /// <summary>Of a directory: its path when it was made, and a count where one path was made twice.</summary>
    internal Fingerprint Identity { get; set; }

    /// <summary>The directory in which it was made, and its first name: for labels.</summary>
    internal Inode? BirthDirectory { get; set; }

    internal FilePath BirthName { get; set; }

    /// <summary>Of a directory: every name that it has or had since the host started, in byte order.</summary>
    internal SortedList<FilePath, EntryUnit> Units { get; } = [];

    /// <summary>Of a file: its sectors, as far as they were touched since the host started; null for none.</summary>
    internal List<SectorUnit>? Sectors { get; set; }

    internal int LastLength { get; set; } = -1;

    internal int LastAttributes { get; set; } = -1;

    /// <summary>Cut to nothing since it was opened: some file systems flush at close then.</summary>
    internal bool WasCut { get; set; }

    internal Fingerprint ViewNames { get; set; }

    internal int ViewNameCount { get; set; }

    internal long ViewLength { get; set; }

    internal Attributes ViewAttributes { get; set; }

    internal Fingerprint Term { get; set; }

    /// <summary>Where it stands in the image that is being built.</summary>
    internal int ImageIndex { get; set; }

    /// <summary>The bytes that the image gave it.</summary>
    internal ReadOnlySpan<byte> DurableBytes => durableBytes;

    /// <summary>Mode, owner and time of now.</summary>
    internal Attributes Attributes => new(Mode, UserId, GroupId, ModifiedNanoseconds);

    /// <summary>The path by which it was made; a directory's ends with a slash.</summary>
    internal string PathText()
    {
        string head = BirthDirectory is null ? Volume.MountText : $"{BirthDirectory.PathText()}{BirthName}";
        return Kind == FileKind.Directory && BirthDirectory is not null ? head + "/" : head;
    }

    /// <summary>The kind as a word.</summary>
    internal string KindText() => Kind switch
    {
        FileKind.Directory => "directory",
        FileKind.SymbolicLink => "symbolic link",
        _ => "file",
    };

    /// <summary>It is what an image says.</summary>
    internal void Set(byte[] bytes, long length, in Attributes attributes)
    {
        durableBytes = bytes;
        Bytes = bytes;
        OwnsBytes = false;
        LengthBytes = length;
        ViewLength = length;
        Mode = attributes.Mode;
        UserId = attributes.UserId;
        GroupId = attributes.GroupId;
        ModifiedNanoseconds = attributes.SetTime;
        ViewAttributes = attributes;
    }

    /// <summary>The sector of this number, with what the image holds of it before any change.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="fresh">What a sector behind the image's bytes shows until it is written.</param>
    internal SectorUnit Sector(int index, SectorVersion fresh)
    {
        Sectors ??= [];
        int unit = Volume.Options.UnitBytes;
        while (Sectors.Count <= index)
        {
            int at = Sectors.Count;
            long start = (long)at * unit;
            SectorVersion version = start < durableBytes.Length
                ? new SectorVersion(durableBytes[(int)start..(int)Math.Min(start + unit, durableBytes.Length)])
                : at == index ? fresh : SectorVersion.Zeros;
            Sectors.Add(new SectorUnit(at, version));
        }

        return Sectors[index];
    }

    /// <summary>The bytes in the crash state that is looked at.</summary>
    internal byte[] ViewBytes()
    {
        if (Sectors is null && ViewLength == durableBytes.Length)
            return durableBytes;
        byte[] bytes = new byte[ViewLength];
        int unit = Volume.Options.UnitBytes;
        durableBytes.AsSpan(0, (int)Math.Min(ViewLength, durableBytes.Length)).CopyTo(bytes);
        foreach (SectorUnit sector in Sectors ?? [])
        {
            long start = (long)sector.Index * unit;
            if (start >= ViewLength)
                break;
            Span<byte> room = bytes.AsSpan((int)start, (int)Math.Min(unit, ViewLength - start));
            room.Clear();
            ReadOnlySpan<byte> held = sector.View.Bytes;
            held[..Math.Min(held.Length, room.Length)].CopyTo(room);
        }

        return bytes;
    }

    /// <summary>What this inode adds to the fingerprint of the crash state.</summary>
    internal Fingerprint ViewTerm() => TermOf(ViewNames, Kind, ViewAttributes, ViewContent(), Reused());

    /// <summary>The fingerprint of an inode from those of its parts.</summary>
    internal static Fingerprint TermOf(
        in Fingerprint names, FileKind kind, in Attributes attributes, in Fingerprint content, int number) =>
        attributes.AddTo(names.Add((long)kind)).Add(content.High).Add(content.Low).Add(number);

    /// <summary>The fingerprint of bytes, sector by sector.</summary>
    internal static Fingerprint ContentOf(ReadOnlySpan<byte> bytes, int unit)
    {
        Fingerprint sum = Fingerprint.Empty.Add(bytes.Length);
        while (bytes.Length > 0)
        {
            int shown = Math.Min(unit, bytes.Length);
            sum = sum.Add(new SectorVersion(bytes[..shown].ToArray()).UpTo(shown).Low);
            bytes = bytes[shown..];
        }

        return sum;
    }

    /// <summary>The number where numbers are reused and so visible; else 0.</summary>
    private int Reused() => Volume.Options.ReuseInodes ? Number : 0;

    private Fingerprint ViewContent()
    {
        if (Kind != FileKind.Regular)
            return Kind == FileKind.SymbolicLink ? Fingerprint.Empty.Add(Target.Bytes) : default;
        int unit = Volume.Options.UnitBytes;
        Fingerprint sum = Fingerprint.Empty.Add(ViewLength);
        if (ViewLength == 0)
            return sum;
        int last = (int)((ViewLength - 1) / unit);
        Sector(last, SectorVersion.Zeros);
        for (int i = 0; i <= last; i++)
            sum = sum.Add(Sectors![i].View.UpTo((int)Math.Min(unit, ViewLength - ((long)i * unit))).Low);
        return sum;
    }
}
