using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Scenarios;

/// <summary>What is on the disk before the first boot, before it is known which directory is a mount.</summary>
/// <param name="Directories">Absolute, parents first, the root left out.</param>
/// <param name="Files">Absolute paths and their bytes.</param>
public sealed record StartContent(
    IReadOnlyList<FilePath> Directories,
    IReadOnlyList<KeyValuePair<FilePath, byte[]>> Files)
{
    /// <summary>The content divided among the root and these mounts.</summary>
    /// <param name="mounts">Directories directly below the root; one that is not in the content is made.</param>
    public IReadOnlyList<MountSetup> On(IReadOnlyList<FilePath> mounts)
    {
        List<MountSetup> setups = [];
        foreach (FilePath mount in new FilePath[] { "/"u8 }.Concat(mounts))
        {
            setups.Add(new MountSetup(
                mount,
                [.. Directories.Where(path => path != mount && Home(path, mounts) == mount)],
                [.. Files.Where(file => Home(file.Key, mounts) == mount)]));
        }

        return setups;
    }

    private static FilePath Home(FilePath path, IReadOnlyList<FilePath> mounts)
    {
        foreach (FilePath mount in mounts)
        {
            if (path == mount || path.StartsWith((mount / ""u8).Bytes))
                return mount;
        }

        return "/"u8;
    }
}
