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
    private readonly List<Atom> atoms = [];
    private readonly List<Atom> pending = [];
    private readonly List<int> flushFirst = [];
    private readonly AtomBuilder builder = new();
    private readonly CutView view = new();
    private ulong namesUsed;

    /// <summary>Storage without a file system.</summary>
    public SimDisk(DiskOptions options)
    {
        Options = options;
        cut = new Cut(this);
    }

    /// <summary>How it behaves.</summary>
    public DiskOptions Options { get; }

    /// <summary>The mounted file systems.</summary>
    public IReadOnlyList<Volume> Volumes => volumes;

    /// <summary>Which activity acts now: inode numbers must not depend on the interleaving.</summary>
    public int Creator { get; set; }

    /// <summary>Atoms issued since the host started.</summary>
    public int AtomCount => atoms.Count;

    /// <summary>Equal for two executions from the same image only if files and future crash states are equal.</summary>
    public Fingerprint PendingFingerprint { get; private set; }

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

    /// <summary>fsync of a file.</summary>
    internal void SyncFile(Volume volume, Inode file, bool dataOnly)
    {
        SyncReach reach = Options.Profile.FileSync;
        MakeDurable(atom => atom.Volume == volume && (reach switch
        {
            SyncReach.Everything => true,
            SyncReach.Metadata => atom.IsMetadata || HoldsContent(atom, file, dataOnly),
            SyncReach.OwnNames => HoldsContent(atom, file, dataOnly) || Names(atom, file),
            _ => HoldsContent(atom, file, dataOnly),
        }));
    }

    /// <summary>fsync of a directory.</summary>
    internal void SyncDirectory(Volume volume, Inode directory)
    {
        SyncReach reach = Options.Profile.DirectorySync;
        MakeDurable(atom => atom.Volume == volume && (reach switch
        {
            SyncReach.Everything => true,
            SyncReach.Metadata => atom.IsMetadata,
            _ => HoldsEntries(atom, directory),
        }));
    }

    /// <summary>syncfs.</summary>
    internal void SyncAll(Volume volume) => MakeDurable(atom => atom.Volume == volume);

    /// <summary>Write-back of a file has failed: its pending bytes may be on the disk or not, and no later fsync will
    /// write them, because the pages count as clean. Length and names are not affected. On btrfs the file goes back to
    /// what is durable.</summary>
    internal void FailSync(Volume volume, Inode file)
    {
        if (Options.FsyncFailure == FsyncFailure.Btrfs)
        {
            Forget(file);
            return;
        }

        List<SectorChange> moved = [];
        foreach (Atom atom in pending)
        {
            if (atom.Doubtful || atom.Volume != volume)
                continue;
            moved.AddRange(atom.Changes.OfType<SectorChange>().Where(change => change.Inode == file));
            atom.Changes.RemoveAll(change => change is SectorChange && change.Inode == file);
        }

        foreach (SectorChange change in moved)
        {
            AtomBuilder atom = Begin(volume, metadata: false);
            atom.Add(change.As(atom.Index));
            change.Unit.Last = -1;
            End(atom);
            atoms[^1].Doubtful = true;
            PendingFingerprint = PendingFingerprint.Plus(atoms[^1].Key.Add(2));
        }
    }

    /// <summary>The next ordered change of the file's volume needs its bytes.</summary>
    internal void FlushBeforeNext(Inode file)
    {
        foreach (Atom atom in pending)
        {
            if (HoldsContent(atom, file, dataOnly: true))
                flushFirst.Add(atom.Index);
        }
    }

    internal void NeedContent(AtomBuilder builder, Inode file)
    {
        foreach (Atom atom in pending)
        {
            if (HoldsContent(atom, file, dataOnly: true))
                builder.Needs(atom.Index);
        }
    }

    internal AtomBuilder Begin(Volume volume, bool metadata)
    {
        builder.Begin(atoms.Count, volume, metadata);
        if (metadata && (Options.Profile.MetadataOrdered || Options.Profile.EverythingOrdered))
            Order(builder);
        return builder;
    }

    /// <summary>Puts the atom into the journal's order.</summary>
    internal void Order(AtomBuilder atom)
    {
        atom.Needs(atom.Volume.LastOrdered);
        atom.Volume.LastOrdered = atom.Index;
        atom.Place = ++atom.Volume.OrderedCount;
        foreach (int flushed in flushFirst)
            atom.Needs(flushed);
        flushFirst.Clear();
    }

    internal void End(AtomBuilder made)
    {
        Fingerprint key = Fingerprint.Empty.Add(made.Volume.Number).Add(made.Place);
        foreach (Change change in made.Changes)
        {
            Fingerprint part = change.Key;
            key = key.Add(part.High).Add(part.Low);
        }

        Atom atom = new()
        {
            Index = made.Index,
            Volume = made.Volume,
            Changes = made.Changes,
            Needs = made.NeedsList(),
            IsMetadata = made.IsMetadata,
            Key = key,
        };
        atoms.Add(atom);
        pending.Add(atom);
        PendingFingerprint = PendingFingerprint.Plus(key);
        if (Options.Profile.Network && made.IsMetadata)
            MakeDurable(each => each == atom);
    }

    private static bool HoldsContent(Atom atom, Inode file, bool dataOnly)
    {
        foreach (Change change in atom.Changes)
        {
            if (change.Inode != file || change is EntryChange)
                continue;
            if (!dataOnly || change is not AttributeChange)
                return true;
        }

        return false;
    }

    private static bool HoldsEntries(Atom atom, Inode directory)
    {
        foreach (Change change in atom.Changes)
        {
            if (change.Inode == directory)
                return true;
        }

        return false;
    }

    private static bool Names(Atom atom, Inode file)
    {
        foreach (Change change in atom.Changes)
        {
            if (change is EntryChange entry && (entry.Before == file || entry.After == file))
                return true;
        }

        return false;
    }

    /// <summary>Makes durable what is asked for and everything that it needs, except what is in doubt and what needs
    /// something in doubt.</summary>
    private void MakeDurable(Predicate<Atom> asked)
    {
        if (pending.Count == 0)
            return;
        foreach (Atom atom in pending)
            atom.Wanted = asked(atom);
        for (int i = pending.Count - 1; i >= 0; i--)
        {
            if (!pending[i].Wanted)
                continue;
            foreach (int need in pending[i].Needs)
                atoms[need].Wanted = true;
        }

        int kept = 0;
        for (int i = 0; i < pending.Count; i++)
        {
            Atom atom = pending[i];
            if (!atom.Wanted || atom.Doubtful || !AllIn(atom))
            {
                pending[kept++] = atom;
                continue;
            }

            Settle(atom);
        }

        pending.RemoveRange(kept, pending.Count - kept);
    }

    private void Settle(Atom atom)
    {
        atom.Durable = true;
        atom.Apply(view);
        foreach (Change change in atom.Changes)
            change.Settle(atom.Index);
        PendingFingerprint = PendingFingerprint.Plus(atom.Key.Add(1));
    }

    private bool AllIn(Atom atom)
    {
        foreach (int need in atom.Needs)
        {
            if (!atoms[need].In)
                return false;
        }

        return true;
    }

    /// <summary>Memory becomes what the disk holds: pending changes of the content are gone.</summary>
    private void Forget(Inode file)
    {
        for (int i = pending.Count - 1; i >= 0; i--)
        {
            Atom atom = pending[i];
            if (!HoldsContent(atom, file, dataOnly: true))
                continue;
            atom.Changes.RemoveAll(change => change.Inode == file && change is (SectorChange or LengthChange));
            PendingFingerprint = PendingFingerprint.Plus(atom.Key.Add(3));
            if (atom.Changes.Count > 0)
                continue;
            pending.RemoveAt(i);
            Settle(atom);
        }

        byte[] bytes = file.ViewBytes();
        file.Bytes = bytes;
        file.OwnsBytes = false;
        file.LengthBytes = bytes.Length;
        file.LastLength = -1;
        foreach (SectorUnit sector in file.Sectors ?? [])
            sector.Last = -1;
    }
}
