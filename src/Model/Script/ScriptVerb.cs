namespace TwoDoors.Model.Script;

/// <summary>What a line of a script asks for.</summary>
public enum ScriptVerb
{
    /// <summary>open.</summary>
    Open,

    /// <summary>open, and close if that succeeded.</summary>
    OpenClose,

    /// <summary>close.</summary>
    Close,

    /// <summary>read; with "!" until all bytes came or the file ended.</summary>
    Read,

    /// <summary>pread; with "!" until all bytes came or the file ended.</summary>
    ReadAt,

    /// <summary>write; with "!" until all bytes went.</summary>
    Write,

    /// <summary>pwrite; with "!" until all bytes went.</summary>
    WriteAt,

    /// <summary>lseek.</summary>
    Seek,

    /// <summary>ftruncate.</summary>
    TruncateHandle,

    /// <summary>truncate.</summary>
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

    /// <summary>renameat2 with RENAME_NOREPLACE.</summary>
    RenameNoReplace,

    /// <summary>renameat2 with RENAME_EXCHANGE.</summary>
    RenameExchange,

    /// <summary>link.</summary>
    Link,

    /// <summary>symlink.</summary>
    SymbolicLink,

    /// <summary>readlink.</summary>
    ReadLink,

    /// <summary>opendir.</summary>
    OpenDirectory,

    /// <summary>readdir.</summary>
    ReadDirectory,

    /// <summary>rewinddir.</summary>
    RewindDirectory,

    /// <summary>closedir.</summary>
    CloseDirectory,

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

    /// <summary>utimensat: the time of last change, in nanoseconds.</summary>
    SetModified,

    /// <summary>flock with LOCK_NB.</summary>
    Lock,

    /// <summary>umask.</summary>
    Umask,

    /// <summary>The tree below a path.</summary>
    Dump,

    /// <summary>A process starts.</summary>
    Create,

    /// <summary>A process ends.</summary>
    Destroy,

    /// <summary>A user gets a supplementary group.</summary>
    AddUserToGroup,
}
