namespace TwoDoors.Sim.Kernel.Files;

/// <summary>A part of a host's state that calls look at or change apart from the rest: together with an inode, a file
/// system or nothing, it is the object of an access. docs/DEPENDENCE.md says which call touches which.</summary>
internal enum Facet
{
    /// <summary>Of an inode: its bytes and their number.</summary>
    Data,

    /// <summary>Of an inode: mode, owner, times.</summary>
    Attributes,

    /// <summary>Of an inode: how many names it has.</summary>
    Links,

    /// <summary>Of an inode: which names were given to it. An fsync that reaches names looks at it.</summary>
    NamedBy,

    /// <summary>Of a directory: its entries, and whether it was removed; a part is a name.</summary>
    Names,

    /// <summary>Of an inode: who holds it by flock.</summary>
    Lock,

    /// <summary>Of an inode: write-back failures, and who has heard of them.</summary>
    Failures,

    /// <summary>Of a file: whether it was cut since it was opened.</summary>
    Cut,

    /// <summary>Of a file system: where directories hang.</summary>
    Tree,

    /// <summary>Of a file system: the numbers of new inodes; a part is a few numbers.</summary>
    Numbers,

    /// <summary>Of a file system: which changes are pending, and in which order. Parts:
    /// <see cref="PendingPart"/>.</summary>
    Pending,

    /// <summary>Of a host: what a crash may leave. Adding a pending change only adds crash states; everything that
    /// takes some away, or changes what the outside knows, is a write.</summary>
    Crash,

    /// <summary>Of a host: the faults that may still come; a part is a kind.</summary>
    Faults,

    /// <summary>Of a host: what the outside knows.</summary>
    Ledger,

    /// <summary>Of a host: the clock, and who waits for it.</summary>
    Clock,

    /// <summary>Of a host: the fresh names that were given.</summary>
    FreshNames,

    /// <summary>Of a host: which activities were made; a part is one, which has ended or not.</summary>
    Activities,

    /// <summary>Of a host: what claims see at every boundary.</summary>
    Claims,
}

/// <summary>The parts of <see cref="Facet.Pending"/>.</summary>
internal enum PendingPart
{
    /// <summary>All.</summary>
    Whole = 0,

    /// <summary>What the journal orders, and names and attributes in any case.</summary>
    Metadata = 1,

    /// <summary>Bytes.</summary>
    Data = 2,
}
