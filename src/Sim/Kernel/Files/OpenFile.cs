using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Kernel.Files;

/// <summary>An open file description. Used again after it was closed.</summary>
internal sealed class OpenFile
{
    internal required Inode Inode { get; set; }

    internal required OpenFlags Flags { get; set; }

    /// <summary>As it was given to open, for labels.</summary>
    internal FilePath Path { get; set; }

    /// <summary>What <see cref="Path"/> was relative to, or null for the working directory.</summary>
    internal FilePath? Base { get; set; }

    internal long Position { get; set; }

    internal LockMode Lock { get; set; } = LockMode.Unlocked;

    /// <summary>The write-back failures of the inode that this open file has reported or that came before it.</summary>
    internal int FailuresSeen { get; set; }

    /// <summary>Null until the directory is read.</summary>
    internal DirectoryStream? Stream { get; set; }

    /// <summary>Whether <see cref="Stream"/> belongs to this life of the object.</summary>
    internal bool Streaming { get; set; }

    internal bool CanRead =>
        (Flags & (OpenFlags.WriteOnly | OpenFlags.ReadWrite)) is OpenFlags.ReadOnly or OpenFlags.ReadWrite;

    internal bool CanWrite =>
        (Flags & (OpenFlags.WriteOnly | OpenFlags.ReadWrite)) is OpenFlags.WriteOnly or OpenFlags.ReadWrite;

    internal FilePath ShownPath => Base is FilePath parent && !Path.IsAbsolute ? parent / Path : Path;
}
