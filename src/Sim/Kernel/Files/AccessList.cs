using TwoDoors.Model.Claims;
using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Kernel.Files;

/// <summary>A footprint while it is collected. Used again, so that foreseeing costs no memory.</summary>
internal sealed class AccessList
{
    private readonly List<Access> accesses = [];

    /// <summary>How many accesses there are.</summary>
    public int Count => accesses.Count;

    /// <summary>The access with this index.</summary>
    public Access this[int index] => accesses[index];

    /// <summary>The object of an access to a facet of the host.</summary>
    public static long ObjectOf(Facet facet) => (long)facet + 1;

    /// <summary>The object of an access to a facet of an inode.</summary>
    public static long ObjectOf(Inode inode, Facet facet) =>
        ObjectOf(inode.Volume, facet) | ((long)inode.Number << 8);

    /// <summary>The object of an access to a facet of a file system.</summary>
    public static long ObjectOf(Volume volume, Facet facet) => ((long)volume.Number << 40) | ObjectOf(facet);

    /// <summary>The facet of an object.</summary>
    public static Facet FacetOf(long accessed) => (Facet)((accessed & 0xFF) - 1);

    /// <summary>The part of a directory's entries that is a name.</summary>
    public static long PartOf(FilePath name) => unchecked((long)Fingerprint.Empty.Add(name.Bytes).Low) | 1;

    public void Clear() => accesses.Clear();

    public void Read(Inode inode, Facet facet) => Add(new Access(ObjectOf(inode, facet), 0, AccessKind.Read));

    public void Write(Inode inode, Facet facet) => Add(new Access(ObjectOf(inode, facet), 0, AccessKind.Write));

    public void Increase(Inode inode, Facet facet) => Add(new Access(ObjectOf(inode, facet), 0, AccessKind.Add));

    public void ReadName(Inode directory, FilePath name) =>
        Add(new Access(ObjectOf(directory, Facet.Names), PartOf(name), AccessKind.Read));

    public void WriteName(Inode directory, FilePath name) =>
        Add(new Access(ObjectOf(directory, Facet.Names), PartOf(name), AccessKind.Write));

    public void Touch(Facet facet, long part, AccessKind kind) => Add(new Access(ObjectOf(facet), part, kind));

    /// <summary>Adds an access, unless it is there.</summary>
    public void Add(in Access access)
    {
        if (!accesses.Contains(access))
            accesses.Add(access);
    }

    public Footprint ToFootprint() => Footprint.Of([.. accesses]);
}
