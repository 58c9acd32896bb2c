using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Kernel.Files;

/// <summary>A file system and where it is mounted.</summary>
/// <param name="Path">"/" or a directory directly below it.</param>
/// <param name="Volume">The file system.</param>
public readonly record struct Mount(FilePath Path, Volume Volume);

/// <summary>The mounted file systems of a host. A name is covered as long as the table lives, whatever becomes of
/// the directory below it.</summary>
public sealed class MountTable
{
    private readonly Mount[] covering;
    private readonly FilePath[] names;

    /// <summary>The mounts of a host.</summary>
    /// <exception cref="ArgumentException">None is mounted at "/", or one below a directory of the root.</exception>
    public MountTable(IReadOnlyList<Mount> mounts)
    {
        Volume? root = null;
        List<Mount> below = [];
        foreach (Mount mount in mounts)
        {
            if (mount.Path == "/"u8)
                root = mount.Volume;
            else if (mount.Path.IsAbsolute && mount.Path.Bytes[1..].IndexOf((byte)'/') < 0 && mount.Path.Length > 1)
                below.Add(mount);
            else
                throw new ArgumentException($"mount at / or directly below it, not at {mount.Path}", nameof(mounts));
        }

        Root = root ?? throw new ArgumentException("nothing is mounted at /", nameof(mounts));
        covering = [.. below];
        names = new FilePath[covering.Length];
        for (int i = 0; i < names.Length; i++)
            names[i] = covering[i].Path.Name;
    }

    /// <summary>The file system at "/".</summary>
    public Volume Root { get; }

    /// <summary>What a name leads to, mounts crossed; null for a free name.</summary>
    internal Inode? Lookup(Inode directory, FilePath name)
    {
        if (names.Length > 0 && directory == Root.Root)
        {
            for (int i = 0; i < names.Length; i++)
            {
                if (names[i] == name)
                    return covering[i].Volume.Root;
            }
        }

        return directory.Entries.TryGetValue(name, out Inode? found) ? found : null;
    }

    /// <summary>True for a name that a mount covers.</summary>
    internal bool Covers(Inode directory, FilePath name)
    {
        if (names.Length == 0 || directory != Root.Root)
            return false;
        foreach (FilePath covered in names)
        {
            if (covered == name)
                return true;
        }

        return false;
    }

    /// <summary>What ".." leads to.</summary>
    internal Inode Up(Inode directory) =>
        directory == directory.Volume.Root ? Root.Root : directory.Parent;
}
