using TwoDoors.Model.World;

namespace TwoDoors.Sim.Disk;

/// <summary>A file as the running kernel sees it: the volatile side. Changed by <see cref="Volume"/> alone.</summary>
public sealed class Inode
{
    internal Inode(Volume volume, int number, FileKind kind)
    {
        Volume = volume;
        Number = number;
        Kind = kind;
        Parent = this;
    }

    /// <summary>Its file system.</summary>
    public Volume Volume { get; }

    /// <summary>Number on its file system, at least 1.</summary>
    public int Number { get; }

    /// <summary>What it is.</summary>
    public FileKind Kind { get; }

    /// <summary>Permission bits.</summary>
    public int Mode { get; internal set; }

    /// <summary>Owner.</summary>
    public int UserId { get; internal set; }

    /// <summary>Group.</summary>
    public int GroupId { get; internal set; }

    /// <summary>Names of a file; for a directory 2 and one for each subdirectory.</summary>
    public int Links { get; internal set; }

    /// <summary>mtime.</summary>
    public long ModifiedNanoseconds { get; internal set; }

    /// <summary>Size of a regular file.</summary>
    public long LengthBytes { get; internal set; }

    /// <summary>Target of a symbolic link.</summary>
    public FilePath Target { get; internal init; }

    /// <summary>The directory that names this directory; the root's parent is the root.</summary>
    public Inode Parent { get; internal set; }

    /// <summary>The entries of a directory in byte order of their names; empty for files.</summary>
    public SortedList<FilePath, Inode> Entries { get; } = [];

    /// <summary>The bytes, at least <see cref="LengthBytes"/> of them.</summary>
    internal byte[] Bytes { get; set; } = [];
}
