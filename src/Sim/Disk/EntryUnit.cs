using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Disk;

/// <summary>A unit of persistence: one name in one directory.</summary>
internal sealed class EntryUnit(Inode directory, FilePath name)
{
    public Inode Directory => directory;

    public FilePath Name => name;

    /// <summary>What this name adds to the fingerprint of the inode it names.</summary>
    public Fingerprint Mark { get; } = directory.Identity.Add(name.Bytes);

    /// <summary>What the name leads to in the crash state that is looked at.</summary>
    public Inode? View { get; set; }

    /// <summary>The atom that changed it last, or -1.</summary>
    public int Last { get; set; } = -1;

    /// <summary>How often it was changed since the host started.</summary>
    public int Count { get; set; }
}
