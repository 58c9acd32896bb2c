namespace TwoDoors.Sim.Disk;

/// <summary>What a failed fsync leaves behind.</summary>
/// <remarks>Source: Rebello et al., "Can Applications Recover from fsync Failures?", ATC 2020, Table 1.</remarks>
public enum FsyncFailure
{
    /// <summary>The pages are clean, memory differs from the disk, the error is told at once.</summary>
    Ext4Ordered,

    /// <summary>The same, but the error is told by the next fsync.</summary>
    Ext4Data,

    /// <summary>As Ext4Ordered.</summary>
    Xfs,

    /// <summary>The pages are what the disk holds: the new bytes are gone from memory too.</summary>
    Btrfs,
}

/// <summary>How the storage of a host behaves.</summary>
/// <param name="Profile">What a crash may keep.</param>
/// <param name="SectorBytes">Bytes that the device writes whole: 512 or 4096.</param>
/// <param name="WholeWrites">Each write call is one unit of persistence, with one torn state.</param>
/// <param name="ReuseInodes">The number of an inode that is gone is given to the next one.</param>
/// <param name="IgnoreInodeNumbers">Crash states that differ only in inode numbers count as one: for protocols that
/// never look at them.</param>
/// <param name="FsyncFailure">What a failed fsync leaves behind.</param>
public sealed record DiskOptions(
    DiskProfile Profile,
    int SectorBytes = 512,
    bool WholeWrites = false,
    bool ReuseInodes = false,
    bool IgnoreInodeNumbers = false,
    FsyncFailure FsyncFailure = FsyncFailure.Ext4Ordered)
{
    /// <summary>The size of a block: bytes appended within one that is there already are no fresh allocation.</summary>
    internal const int BlockBytes = 4096;

    /// <summary>The size of a unit of data: everything is one unit when writes are whole.</summary>
    internal int UnitBytes => WholeWrites ? int.MaxValue : SectorBytes;
}
