namespace TwoDoors.Model.World;

/// <summary>How a file is opened. O_CLOEXEC is always set: nothing is inherited but what is named.</summary>
/// <remarks>The values are TwoDoors' own; each binding maps them. Source: open(2).</remarks>
[Flags]
public enum OpenFlags
{
    /// <summary>O_RDONLY.</summary>
    ReadOnly = 0,

    /// <summary>O_WRONLY.</summary>
    WriteOnly = 1,

    /// <summary>O_RDWR.</summary>
    ReadWrite = 2,

    /// <summary>O_CREAT: make the file if the name is free.</summary>
    Create = 4,

    /// <summary>O_EXCL: with Create, EEXIST if the name is taken, also by a dangling link.</summary>
    Exclusive = 8,

    /// <summary>O_TRUNC: cut an existing file to 0 bytes.</summary>
    Truncate = 16,

    /// <summary>O_APPEND: every write goes to the end.</summary>
    Append = 32,

    /// <summary>O_DIRECTORY: ENOTDIR unless it is a directory.</summary>
    Directory = 64,

    /// <summary>O_NOFOLLOW: ELOOP if the last component is a symbolic link.</summary>
    NoFollow = 128,

    /// <summary>O_SYNC: every write is followed by the work of fsync.</summary>
    Sync = 256,

    /// <summary>O_DSYNC: every write is followed by the work of fdatasync.</summary>
    DataSync = 512,
}
