namespace TwoDoors.Model.World;

/// <summary>What an inode is.</summary>
public enum FileKind
{
    /// <summary>S_IFREG.</summary>
    Regular,

    /// <summary>S_IFDIR.</summary>
    Directory,

    /// <summary>S_IFLNK.</summary>
    SymbolicLink,

    /// <summary>FIFO, socket or device: seen, never made.</summary>
    Other,
}

/// <summary>The answer of stat(2).</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Inode">Number on its file system; may be used again after the last name and handle are gone.</param>
/// <param name="FileSystem">Number of its file system (st_dev): rename and link do not cross it.</param>
/// <param name="Mode">Permission bits, 0 to 0o7777.</param>
/// <param name="Links">How many names it has; of a directory, file systems differ in what they count.</param>
/// <param name="UserId">Owner.</param>
/// <param name="GroupId">Group.</param>
/// <param name="LengthBytes">Size; of a symbolic link, the length of its target; of a directory, unspecified.</param>
/// <param name="ModifiedNanoseconds">mtime since 1970.</param>
public readonly record struct FileStatus(
    FileKind Kind,
    long Inode,
    long FileSystem,
    int Mode,
    long Links,
    int UserId,
    int GroupId,
    long LengthBytes,
    long ModifiedNanoseconds)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Kind}, inode {Inode}, {LengthBytes} bytes, {Links} links, mode {Convert.ToString(Mode, 8)}";
}

/// <summary>One entry of a directory stream; never "." or "..".</summary>
/// <param name="Name">A single name.</param>
/// <param name="Inode">Number of what it names.</param>
/// <param name="Kind">What it names.</param>
public sealed record DirectoryEntry(FilePath Name, long Inode, FileKind Kind)
{
    /// <summary>The name, with a slash behind a directory's.</summary>
    public override string ToString() => Kind == FileKind.Directory ? $"{Name}/" : $"{Name}";
}

/// <summary>The answer of statfs(2).</summary>
/// <param name="FileSystem">The number that stat gives for files on it.</param>
/// <param name="BlockBytes">Size of a block.</param>
/// <param name="FreeBlocks">Blocks an ordinary user may still take.</param>
public readonly record struct FileSystemStatus(long FileSystem, long BlockBytes, long FreeBlocks);

/// <summary>What a rename does about a taken name. Source: renameat2(2).</summary>
public enum RenameMode
{
    /// <summary>Replaces it, atomically for all who look.</summary>
    Replace,

    /// <summary>RENAME_NOREPLACE: EEXIST.</summary>
    NoReplace,

    /// <summary>RENAME_EXCHANGE: both names change places; ENOENT if either is free.</summary>
    Exchange,
}

/// <summary>The kind of a lock.</summary>
public enum LockMode
{
    /// <summary>Many may hold it together.</summary>
    Shared,

    /// <summary>One holds it alone.</summary>
    Exclusive,

    /// <summary>Gives it up.</summary>
    Unlocked,
}

/// <summary>Where an offset counts from.</summary>
public enum SeekFrom
{
    /// <summary>The first byte.</summary>
    Start,

    /// <summary>The handle's position.</summary>
    Current,

    /// <summary>One past the last byte.</summary>
    End,
}
