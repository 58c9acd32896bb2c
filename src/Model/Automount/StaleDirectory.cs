using System.Globalization;
using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <summary>A directory of a base that somebody else had before: it is given another name, never removed or written
/// over.</summary>
internal static class StaleDirectory
{
    /// <summary>So many names are tried; each is another one.</summary>
    private const int TriesMax = 10;

    /// <summary>Renames it to NAME-1, NAME-2 and so on, the first that is free.</summary>
    /// <returns>Ok; EEXIST (no name is free), else what rename or fsync answered: then it is under one of the two
    /// names.</returns>
    public static async ValueTask<Errno> SetAside(IMachine host, FilePath path, FilePath to)
    {
        Errno moved = Errno.EEXIST;
        for (int tries = 1; tries <= TriesMax && moved is Errno.EEXIST or Errno.ENOTEMPTY; tries++)
        {
            FilePath name = to + $"-{tries.ToString(CultureInfo.InvariantCulture)}";
            moved = await host.Files.Rename(path, name, RenameMode.NoReplace);
        }

        if (moved == Errno.Ok)
            moved = await DirectorySync.Of(host.Files, to.Parent, "fsync(stale)");
        return moved;
    }
}
