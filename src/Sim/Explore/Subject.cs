using TwoDoors.Model.Claims;
using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Explore;

/// <summary>What is explored: a scenario made ready to run. Immutable, and shared by runs.</summary>
public sealed record Subject
{
    /// <summary>The scenario's name.</summary>
    public required string Name { get; init; }

    /// <summary>Settings to be written into traces.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; } = [];

    /// <summary>A mounted file system each: where, and what is in it at the start.</summary>
    public required IReadOnlyList<MountSetup> Mounts { get; init; }

    /// <summary>Name of the profile, such as posix-min.</summary>
    public required string Profile { get; init; }

    /// <summary>A new ledger.</summary>
    public required Func<ILedger> NewLedger { get; init; }

    /// <summary>What the host runs after every start, crash or not: recovery first. Its end ends the boot. The second
    /// argument asks the world a question that the protocol itself does not (for example: does the consumer run
    /// now).</summary>
    public required Func<IHost, Choice.IChoices, ValueTask> Boot { get; init; }

    /// <summary>What the host runs after a start that follows a crash, where that is not what <see cref="Boot"/> runs:
    /// for worlds that begin something once, whose outcome only recovery may then settle. Null: Boot.</summary>
    public Func<IHost, Choice.IChoices, ValueTask>? Reboot { get; init; }

    /// <summary>Names of files of <c>src/Model</c> that make calls for others: a reader who asks where a call is
    /// written wants their callers.</summary>
    public IReadOnlyList<string> Plumbing { get; init; } = [];

    /// <summary>The claims.</summary>
    public required IReadOnlyList<Property> Properties { get; init; }

    /// <summary>A program of threads that is explored instead of a host; then nothing that is said here of disks,
    /// crashes and faults has a meaning. Null for a host. Made by <see cref="Threads.ThreadSubject"/>.</summary>
    public Threads.ThreadProgram? Program { get; init; }

    /// <summary>So many rounds after everything that goes wrong a boot has ended; null for no such promise.</summary>
    public int? ConvergesWithin { get; init; }

    /// <summary>Most host crashes; null for any number.</summary>
    public int? HostCrashes { get; init; }

    /// <summary>Most crashes of all processes between two host crashes.</summary>
    public int ProcessCrashes { get; init; }

    /// <summary>True when the protocol commands the kernel: mounts, programs, an automount door.</summary>
    public bool CommandsKernel { get; init; }

    /// <summary>How many of each fault may happen in all; absent is none. Keys: eio-read, eio-write, eio-fsync,
    /// eio-close, eio-readdir, eio-stat, enospc, edquot, short-write, einval-fsync-directory, lost-reply.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Faults { get; init; } = [];

    /// <summary>The sync points that the system declares, with the part that each belongs to.</summary>
    public IReadOnlyList<SyncPoint> Syncs { get; init; } = [];

    /// <summary>Names of the sync points that are left out.</summary>
    public IReadOnlyList<string> WithoutSyncs { get; init; } = [];

    /// <summary>What a failed fsync does: ext4-ordered, ext4-data, xfs or btrfs.</summary>
    public string FsyncFailure { get; init; } = "ext4-ordered";

    /// <summary>Bytes that the device writes whole: 512 or 4096.</summary>
    public int SectorBytes { get; init; } = 512;

    /// <summary>True: each write call is one unit of persistence with one torn state in between, whatever its length.
    /// Coarser than sectors, and smaller to explore.</summary>
    public bool WholeWrites { get; init; }

    /// <summary>How the file systems are mounted, where that is not the default: noauto_da_alloc, which only ext4
    /// knows.</summary>
    public IReadOnlyList<string> MountOptions { get; init; } = [];

    /// <summary>True: the number of an inode that is gone is given to the next one.</summary>
    public bool ReuseInodes { get; init; }

    /// <summary>True: the protocol never looks at inode numbers, so states that differ only in them count as one. A
    /// protocol that stores or compares them must not say so.</summary>
    public bool IgnoreInodeNumbers { get; init; }

    /// <summary>Where a claim stands among all; after them for what no claim names.</summary>
    internal int PlaceOf(string property)
    {
        for (int i = 0; i < Properties.Count; i++)
        {
            if (Properties[i].Name == property)
                return i;
        }

        return int.MaxValue;
    }
}
