using TwoDoors.Model.World;

namespace TwoDoors.Sim.Disk;

/// <summary>A file system at the start.</summary>
/// <param name="Path">Where it is mounted: "/" or a directory directly below it.</param>
/// <param name="Directories">Directories in it, parents first, as absolute paths.</param>
/// <param name="Files">Files in it, as absolute paths, and their bytes.</param>
public sealed record MountSetup(
    FilePath Path,
    IReadOnlyList<FilePath> Directories,
    IReadOnlyList<KeyValuePair<FilePath, byte[]>> Files);
