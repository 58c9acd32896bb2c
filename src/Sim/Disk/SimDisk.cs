using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Disk;

/// <summary>All storage of one host: its mounted file systems, and one log of the changes that are pending since the
/// host started.</summary>
/// <remarks>The crash model is that of docs/FAULTS.md: a change is a version of a unit of persistence; an atom is a
/// set of changes that survive together; a crash state is a set of atoms that contains every durable one and, with each
/// atom, those it needs. Source: Pillai et al., "All File Systems Are Not Created Equal", OSDI 2014, rewritten for
/// units.</remarks>
public sealed partial class SimDisk
{
    private readonly List<Volume> volumes = [];
    private readonly List<int> pending = [];
    private readonly Components components;
    private DiskImage? image;
    private ulong namesUsed;

    /// <summary>Storage without a file system.</summary>
    public SimDisk(DiskOptions options)
    {
        Options = options;
        components = new Components(Log);
        cut = new Cut(this);
    }

    /// <summary>How it behaves.</summary>
    public DiskOptions Options { get; }

    /// <summary>The mounted file systems.</summary>
    public IReadOnlyList<Volume> Volumes => volumes;

    /// <summary>Atoms issued since the host started.</summary>
    public int AtomCount => Log.AtomCount;

    /// <summary>Equal for two executions from the same image only if files and future crash states are equal.</summary>
    public Fingerprint PendingFingerprint { get; private set; }

    internal PendingLog Log { get; } = new();

    /// <summary>The n-th name part (n from 1) that nothing on the durable disks contains.</summary>
    public FilePath FreshName(int n)
    {
        int number = 0;
        while (n > 0)
        {
            number++;
            if (number >= 64 || (namesUsed & (1UL << number)) == 0)
                n--;
        }

        return UniqueNames.Format(number);
    }

    internal void Adopt(Volume volume) => volumes.Add(volume);

    /// <summary>Begins an atom.</summary>
    internal void Begin(Volume volume, bool metadata)
    {
        Log.Begin(volume, metadata);
        place = 0;
        content = default;
        if (metadata && (Options.Profile.MetadataOrdered || Options.Profile.EverythingOrdered))
            Order();
    }

    /// <summary>Puts the atom that is made into the journal's order.</summary>
    internal void Order()
    {
        Volume volume = Log.Atoms[Log.AtomCount].Volume;
        Log.Need(volume.LastOrdered);
        volume.LastOrdered = Log.AtomCount;
        place = ++volume.OrderedCount;
        if (volume.FlushFirst.Count == 0)
            return;
        foreach (int flushed in volume.FlushFirst)
            Log.Need(flushed);
        volume.FlushFirst.Clear();
    }

    /// <summary>Ends the atom that is made.</summary>
    internal void End()
    {
        Fingerprint key = Fingerprint.Empty.Absorb((ulong)place, (ulong)Log.Atoms[Log.AtomCount].Volume.Number);
        foreach (ref readonly Change change in Log.ChangesOf(Log.AtomCount))
            key = AddTo(key, change);
        key = key.Add(content.High ^ content.Low);
        Log.Atoms[Log.AtomCount].Key = key;
        int atom = Log.End();
        pending.Add(atom);
        PendingFingerprint = PendingFingerprint.Plus(key);
        if (Options.Profile.Network && Log.Atoms[atom].IsMetadata)
            Settle(SyncTarget.Atom, Log.Atoms[atom].Volume, null, atom);
    }

    /// <summary>What a change is, the same in every interleaving.</summary>
    private static Fingerprint AddTo(in Fingerprint key, in Change change) => change.Kind switch
    {
        ChangeKind.Entry => key.Absorb(
            change.Name!.Mark.High ^ change.Name.Mark.Low,
            ((ulong)(uint)change.Name.Count << 32) | (uint)(change.After?.Number ?? 0)),
        ChangeKind.Sector => key.Absorb(
            ((ulong)(uint)change.Inode.Number << 32) | (uint)change.Sector, change.Digest.High ^ (ulong)change.Length),
        ChangeKind.Length => key.Absorb(
            ((ulong)(uint)change.Inode.Number << 32) | 0x80000000, (ulong)change.Length ^ ((ulong)change.Count << 40)),
        ChangeKind.Attributes => key.Absorb(
            ((ulong)(uint)change.Inode.Number << 32) | (uint)change.Count,
            change.Attributes.Hash(change.Inode.Kind, 0)),
        _ => key,
    };

    /// <summary>Where the atom that is made stands in the journal.</summary>
    private int place;

    /// <summary>The bytes without which the atom that is made does not survive.</summary>
    private Fingerprint content;
}
