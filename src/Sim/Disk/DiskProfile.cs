namespace TwoDoors.Sim.Disk;

/// <summary>How the bytes of a file and its length become durable.</summary>
public enum DataRule
{
    /// <summary>In any order; a missing sector of a new block reads as zeros.</summary>
    Free,

    /// <summary>In any order; a missing sector of a new block reads as whatever the block held before.</summary>
    Garbage,

    /// <summary>The bytes of a new block before the length that shows them.</summary>
    BeforeLength,

    /// <summary>In the order in which everything is journalled.</summary>
    Ordered,
}

/// <summary>What an fsync makes durable besides what it was asked for.</summary>
public enum SyncReach
{
    /// <summary>Nothing.</summary>
    Own,

    /// <summary>The names of the file, made or removed.</summary>
    OwnNames,

    /// <summary>Every change of metadata on the file system.</summary>
    Metadata,

    /// <summary>Everything on the file system.</summary>
    Everything,
}

/// <summary>What a family of file systems promises about a crash. docs/FAULTS.md has the table with its
/// sources.</summary>
/// <param name="Name">As in scenarios.</param>
/// <param name="MetadataOrdered">Changes of names and attributes become durable in the order in which they were
/// made.</param>
/// <param name="RenameAtomic">Both halves of a rename become durable together; else each on its own.</param>
/// <param name="Data">Bytes and length.</param>
/// <param name="OverwritesOrdered">With Ordered data: also bytes written over old ones keep the order.</param>
/// <param name="FileSync">What fsync of a file reaches besides its bytes, length and attributes.</param>
/// <param name="DirectorySync">What fsync of a directory reaches besides its entries.</param>
/// <param name="FlushOnReplace">A rename over an existing file, and a close after a cut, wait for the bytes.</param>
/// <param name="Network">Changes of names are durable on return, bytes at fsync or close, and replies can be
/// lost.</param>
public sealed record DiskProfile(
    string Name,
    bool MetadataOrdered,
    bool RenameAtomic,
    DataRule Data,
    bool OverwritesOrdered,
    SyncReach FileSync,
    SyncReach DirectorySync,
    bool FlushOnReplace,
    bool Network)
{
    /// <summary>Every profile, the default first.</summary>
    public static IReadOnlyList<DiskProfile> All { get; } =
    [
        Unordered("posix-min", renameAtomic: true, DataRule.Free, SyncReach.Own),
        Unordered("posix-min-alice", renameAtomic: false, DataRule.Free, SyncReach.Own),
        Unordered("ext2-like", renameAtomic: false, DataRule.Garbage, SyncReach.Own),
        Journalled("ext4-ordered", DataRule.BeforeLength, SyncReach.Metadata) with { FlushOnReplace = true },
        Journalled("ext4-writeback", DataRule.Garbage, SyncReach.Metadata) with { FlushOnReplace = true },
        Journalled("ext3-ordered", DataRule.Ordered, SyncReach.Everything),
        Journalled("data-journal", DataRule.Ordered, SyncReach.Everything) with { OverwritesOrdered = true },
        Journalled("xfs", DataRule.BeforeLength, SyncReach.Metadata),
        Unordered("btrfs", renameAtomic: true, DataRule.BeforeLength, SyncReach.OwnNames) with
        {
            FlushOnReplace = true,
        },
        Journalled("nfs-cto", DataRule.Free, SyncReach.Own) with { Network = true },
    ];

    /// <summary>The option with which ext4 does not flush at a rename over a name and at a close after a
    /// cut.</summary>
    public const string NoAutoAllocation = "noauto_da_alloc";

    /// <summary>True when bytes and lengths become durable apart from each other.</summary>
    public bool LengthsApart => Data is DataRule.Free or DataRule.Garbage;

    /// <summary>True when bytes, names and attributes share one order.</summary>
    public bool EverythingOrdered => Data == DataRule.Ordered;

    /// <summary>The profile of this name, or null.</summary>
    public static DiskProfile? Find(string name) => All.FirstOrDefault(profile => profile.Name == name);

    /// <summary>The profile of this name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists them.</exception>
    public static DiskProfile Named(string name) => Find(name) ?? throw new ArgumentException(
        $"no profile '{name}'; there are {string.Join(", ", All.Select(profile => profile.Name))}", nameof(name));

    /// <summary>The profile with mount options; those that it does not know change nothing.</summary>
    public DiskProfile MountedWith(IReadOnlyList<string> options) =>
        Name.StartsWith("ext4-", StringComparison.Ordinal) && options.Contains(NoAutoAllocation)
            ? this with { FlushOnReplace = false }
            : this;

    private static DiskProfile Unordered(string name, bool renameAtomic, DataRule data, SyncReach fileSync) =>
        new(name, false, renameAtomic, data, false, fileSync, SyncReach.Own, false, false);

    private static DiskProfile Journalled(string name, DataRule data, SyncReach reach) =>
        new(name, true, true, data, false, reach, reach, false, false);
}
