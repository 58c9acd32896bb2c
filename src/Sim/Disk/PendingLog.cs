using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Disk;

/// <summary>Which unit of persistence a change is a new version of.</summary>
internal enum ChangeKind
{
    /// <summary>Of none: the change was taken back.</summary>
    None,

    /// <summary>A name in a directory.</summary>
    Entry,

    /// <summary>The bytes of a sector.</summary>
    Sector,

    /// <summary>The length of a file.</summary>
    Length,

    /// <summary>Mode, owner and times.</summary>
    Attributes,
}

/// <summary>A new version of one unit of persistence.</summary>
internal struct Change
{
    public ChangeKind Kind;

    public int Atom;

    /// <summary>The file; of an entry, the directory.</summary>
    public Inode Inode;

    /// <summary>Of an entry: the name.</summary>
    public NameUnit? Name;

    public Inode? Before;

    public Inode? After;

    public int Sector;

    /// <summary>Of a sector: where its bytes are in the log's store.</summary>
    public int Start;

    /// <summary>Of a sector: its bytes. Of a length and of attributes: how often they were changed since the host
    /// started.</summary>
    public int Count;

    /// <summary>Of a sector: the fingerprint of all its bytes.</summary>
    public Fingerprint Digest;

    public long Length;

    public Attributes Attributes;
}

/// <summary>Changes that survive a crash together or not at all.</summary>
internal struct Atom
{
    public Volume Volume;

    public int FirstChange;

    public int ChangeCount;

    public int FirstNeed;

    public int NeedCount;

    /// <summary>True for names and attributes.</summary>
    public bool IsMetadata;

    public bool Durable;

    /// <summary>True after a failed fsync: no later one makes it durable, and nothing says that it is lost.</summary>
    public bool Doubtful;

    /// <summary>Scratch of a closure.</summary>
    public bool Wanted;

    /// <summary>Scratch: chosen in the crash state that is looked at.</summary>
    public bool In;

    /// <summary>What it is, the same in every interleaving.</summary>
    public Fingerprint Key;

    /// <summary>The group of atoms that depend on each other, and the place in it.</summary>
    public Component? Component;

    public int Position;
}

/// <summary>A name of a directory that was changed since the host started.</summary>
internal sealed class NameUnit
{
    public Inode Directory { get; set; } = null!;

    public FilePath Name { get; set; }

    /// <summary>What this name adds to the fingerprint of the inode it names.</summary>
    public Fingerprint Mark { get; set; }

    /// <summary>The atom that changed it last, or -1.</summary>
    public int Last { get; set; }

    /// <summary>How often it was changed since the host started.</summary>
    public int Count { get; set; }

    /// <summary>Scratch: what it leads to in the crash state that is looked at.</summary>
    public Inode? View { get; set; }
}

/// <summary>What happened since the host started, in flat arrays that every start uses again.</summary>
internal sealed class PendingLog
{
    private NameUnit[] units = new NameUnit[16];
    private int unitCount;
    private int storeCount;
    private int needCount;

    public Atom[] Atoms { get; private set; } = new Atom[64];

    public int AtomCount { get; private set; }

    public Change[] Changes { get; private set; } = new Change[128];

    public int ChangeCount { get; private set; }

    /// <summary>For each atom, the older atoms that survive whenever it does.</summary>
    public int[] Needs { get; private set; } = new int[256];

    /// <summary>The bytes of sectors.</summary>
    public byte[] Store { get; private set; } = new byte[4096];

    public void Clear()
    {
        AtomCount = 0;
        ChangeCount = 0;
        unitCount = 0;
        storeCount = 0;
        needCount = 0;
    }

    public ReadOnlySpan<Change> ChangesOf(int atom) =>
        Changes.AsSpan(Atoms[atom].FirstChange, Atoms[atom].ChangeCount);

    public ReadOnlySpan<int> NeedsOf(int atom) => Needs.AsSpan(Atoms[atom].FirstNeed, Atoms[atom].NeedCount);

    public ReadOnlySpan<byte> BytesOf(in Change change) => Store.AsSpan(change.Start, change.Count);

    /// <summary>Begins an atom. One is made at a time.</summary>
    public void Begin(Volume volume, bool metadata)
    {
        if (AtomCount == Atoms.Length)
            Atoms = Grown(Atoms);
        Atoms[AtomCount] = new Atom
        {
            Volume = volume,
            FirstChange = ChangeCount,
            FirstNeed = needCount,
            IsMetadata = metadata,
        };
    }

    /// <summary>The atom that is made needs an older one; -1 is none.</summary>
    public void Need(int atom)
    {
        if (atom < 0 || atom == AtomCount)
            return;
        ref Atom made = ref Atoms[AtomCount];
        if (Needs.AsSpan(made.FirstNeed, made.NeedCount).Contains(atom))
            return;
        if (needCount == Needs.Length)
            Needs = Grown(Needs);
        Needs[needCount++] = atom;
        made.NeedCount++;
    }

    /// <summary>Adds a change to the atom that is made.</summary>
    public ref Change Add(ChangeKind kind, Inode inode)
    {
        if (ChangeCount == Changes.Length)
            Changes = Grown(Changes);
        Atoms[AtomCount].ChangeCount++;
        ref Change change = ref Changes[ChangeCount++];
        change.Kind = kind;
        change.Atom = AtomCount;
        change.Inode = inode;
        change.Before = null;
        change.After = null;
        return ref change;
    }

    public int End() => AtomCount++;

    public int Keep(ReadOnlySpan<byte> bytes)
    {
        if (storeCount + bytes.Length > Store.Length)
        {
            byte[] larger = new byte[Math.Max(Store.Length * 2, storeCount + bytes.Length)];
            Store.AsSpan(0, storeCount).CopyTo(larger);
            Store = larger;
        }

        bytes.CopyTo(Store.AsSpan(storeCount));
        storeCount += bytes.Length;
        return storeCount - bytes.Length;
    }

    /// <summary>The unit of persistence of a name.</summary>
    public NameUnit Unit(Inode directory, FilePath name)
    {
        if (directory.Units.TryGetValue(name, out NameUnit? known))
            return known;
        if (unitCount == units.Length)
            units = Grown(units);
        NameUnit unit = units[unitCount++] ??= new NameUnit();
        unit.Directory = directory;
        unit.Name = name;
        unit.Mark = directory.Identity.Add(name.Bytes);
        unit.Last = -1;
        unit.Count = 0;
        directory.Units.Add(name, unit);
        return unit;
    }

    private static T[] Grown<T>(T[] array)
    {
        T[] larger = new T[array.Length * 2];
        array.CopyTo(larger, 0);
        return larger;
    }
}
