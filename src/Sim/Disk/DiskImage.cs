using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Disk;

/// <summary>What disks hold while the power is off. Immutable; inodes stand in the order of their paths, so equal disks
/// have equal images.</summary>
public sealed class DiskImage
{
    internal DiskImage(VolumeImage[] volumes, Fingerprint fingerprint, ulong namesUsed)
    {
        Volumes = volumes;
        Fingerprint = fingerprint;
        NamesUsed = namesUsed;
    }

    /// <summary>Equal for equal disks.</summary>
    public Fingerprint Fingerprint { get; }

    internal VolumeImage[] Volumes { get; }

    internal ulong NamesUsed { get; }
}

/// <summary>One file system: its inodes, the root first.</summary>
internal sealed record VolumeImage(FilePath Path, InodeImage[] Inodes);

/// <summary>One inode.</summary>
internal sealed class InodeImage
{
    public required int Number { get; init; }

    public required FileKind Kind { get; init; }

    public required Attributes Attributes { get; init; }

    public required byte[] Bytes { get; init; }

    public required FilePath Target { get; init; }

    /// <summary>Of a directory: where it is.</summary>
    public Fingerprint Identity { get; set; }

    public Fingerprint Names { get; set; }

    public int NameCount { get; set; }

    public Fingerprint Term { get; set; }

    public List<EntryImage> Entries { get; } = [];
}

/// <summary>One name.</summary>
internal readonly record struct EntryImage(FilePath Name, int Inode);
