using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Scenarios;

/// <summary>The key <c>disk</c>.</summary>
/// <param name="Profile">What order a crash respects.</param>
/// <param name="SectorBytes">512 or 4096.</param>
/// <param name="WholeWrites">True: a write call tears as a whole.</param>
/// <param name="FsyncFailure">What a failed fsync does.</param>
/// <param name="ReuseInodes">True: numbers of inodes are given again.</param>
/// <param name="IgnoreInodeNumbers">True: nobody looks at numbers of inodes.</param>
/// <param name="MountOptions">noauto_da_alloc, of ext4.</param>
/// <param name="Mounts">Directories below the root that are file systems of their own; the root is always one.</param>
public sealed record DiskKeys(
    string Profile,
    int SectorBytes,
    bool WholeWrites,
    string FsyncFailure,
    bool ReuseInodes,
    bool IgnoreInodeNumbers,
    IReadOnlyList<string> MountOptions,
    IReadOnlyList<FilePath> Mounts)
{
    /// <summary>Names of all profiles, the default first.</summary>
    public static IReadOnlyList<string> Profiles { get; } =
    [
        "posix-min", "posix-min-alice", "ext2-like", "ext4-ordered", "ext4-writeback", "ext3-ordered", "data-journal",
        "xfs", "btrfs", "nfs-cto",
    ];

    internal static DiskKeys Read(Fields disk)
    {
        string profile = disk.Word("profile", Profiles, Profiles[0]);
        string sector = disk.Word("sector", ["512", "4096"], "512");
        bool whole = disk.Flag("whole-writes", false);
        string failure = disk.Word("fsync-failure", ["ext4-ordered", "ext4-data", "xfs", "btrfs"], "ext4-ordered");
        bool reuse = disk.Flag("reuse-inodes", false);
        bool ignore = disk.Flag("ignore-inode-numbers", false);
        IReadOnlyList<string> options = disk.Words("mount-options", [DiskProfile.NoAutoAllocation]);
        IReadOnlyList<FilePath> mounts = disk.Paths("mounts");
        foreach (FilePath mount in mounts)
        {
            if (mount.Parent != (FilePath)"/"u8 || mount.Name.Length == 0)
                throw disk.Wrong("mounts", $"{mount} is not directly below the root");
        }

        return new DiskKeys(profile, sector == "512" ? 512 : 4096, whole, failure, reuse, ignore, options, mounts);
    }
}
