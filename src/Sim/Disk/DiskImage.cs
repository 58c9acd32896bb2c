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
    public required Fingerprint Identity { get; init; }

    /// <summary>Of a directory: its names in byte order.</summary>
    public FilePath[] Names { get; set; } = [];

    /// <summary>The inodes they lead to, as places in the volume.</summary>
    public int[] Named { get; set; } = [];

    /// <summary>Directories among the entries.</summary>
    public int Subdirectories { get; set; }

    /// <summary>The inode in the fingerprint.</summary>
    public InodeState State;

    /// <summary>For files of several sectors: what each adds to the fingerprint of the content.</summary>
    public Fingerprint[] Sectors { get; set; } = [];
}
