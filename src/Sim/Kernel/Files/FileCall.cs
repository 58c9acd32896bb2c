namespace TwoDoors.Sim.Kernel.Files;

/// <summary>The calls of <see cref="Model.World.IFileSystem"/>.</summary>
public enum FileCall
{
    /// <summary>open.</summary>
    Open,

    /// <summary>close.</summary>
    Close,

    /// <summary>read.</summary>
    Read,

    /// <summary>pread.</summary>
    ReadAt,

    /// <summary>write.</summary>
    Write,

    /// <summary>pwrite.</summary>
    WriteAt,

    /// <summary>lseek.</summary>
    Seek,

    /// <summary>ftruncate.</summary>
    Truncate,

    /// <summary>fsync.</summary>
    Sync,

    /// <summary>fdatasync.</summary>
    SyncData,

    /// <summary>syncfs.</summary>
    SyncFileSystem,

    /// <summary>mkdir.</summary>
    MakeDirectory,

    /// <summary>rmdir.</summary>
    RemoveDirectory,

    /// <summary>unlink.</summary>
    Unlink,

    /// <summary>rename.</summary>
    Rename,

    /// <summary>link.</summary>
    Link,

    /// <summary>symlink.</summary>
    SymbolicLink,

    /// <summary>readlink.</summary>
    ReadLink,

    /// <summary>readdir.</summary>
    ReadDirectory,

    /// <summary>rewinddir.</summary>
    RewindDirectory,

    /// <summary>chdir.</summary>
    ChangeDirectory,

    /// <summary>stat.</summary>
    Stat,

    /// <summary>lstat.</summary>
    LinkStat,

    /// <summary>fstat.</summary>
    StatHandle,

    /// <summary>chmod.</summary>
    ChangeMode,

    /// <summary>fchmod.</summary>
    ChangeModeHandle,

    /// <summary>chown.</summary>
    ChangeOwner,

    /// <summary>utimensat.</summary>
    SetModified,

    /// <summary>truncate.</summary>
    TruncatePath,

    /// <summary>statfs.</summary>
    StatFileSystem,

    /// <summary>flock.</summary>
    Lock,
}
