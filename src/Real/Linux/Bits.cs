namespace TwoDoors.Real.Linux;

/// <summary>The constants that are alike on x64 and arm64.</summary>
/// <remarks>Source: the manual page of the call that takes them.</remarks>
internal static class Bits
{
    /// <summary>O_WRONLY.</summary>
    public const int WriteOnly = 1;

    /// <summary>O_RDWR.</summary>
    public const int ReadWrite = 2;

    /// <summary>O_CREAT.</summary>
    public const int Create = 0x40;

    /// <summary>O_EXCL.</summary>
    public const int Exclusive = 0x80;

    /// <summary>O_TRUNC.</summary>
    public const int Truncate = 0x200;

    /// <summary>O_APPEND.</summary>
    public const int Append = 0x400;

    /// <summary>O_DSYNC.</summary>
    public const int DataSync = 0x1000;

    /// <summary>O_SYNC.</summary>
    public const int Sync = 0x101000;

    /// <summary>O_CLOEXEC.</summary>
    public const int CloseOnExec = 0x80000;

    /// <summary>AT_REMOVEDIR.</summary>
    public const int RemoveDirectory = 0x200;

    /// <summary>AT_SYMLINK_NOFOLLOW.</summary>
    public const int LookAtLink = 0x100;

    /// <summary>AT_EMPTY_PATH.</summary>
    public const int EmptyPath = 0x1000;

    /// <summary>STATX_BASIC_STATS.</summary>
    public const uint BasicStatus = 0x7ff;

    /// <summary>RENAME_NOREPLACE.</summary>
    public const uint NoReplace = 1;

    /// <summary>RENAME_EXCHANGE.</summary>
    public const uint Exchange = 2;

    /// <summary>LOCK_SH.</summary>
    public const int LockShared = 1;

    /// <summary>LOCK_EX.</summary>
    public const int LockExclusive = 2;

    /// <summary>LOCK_NB.</summary>
    public const int LockNoWait = 4;

    /// <summary>LOCK_UN.</summary>
    public const int LockNone = 8;

    /// <summary>UTIME_OMIT.</summary>
    public const long OmitTime = 0x3ffffffe;

    /// <summary>S_IFMT.</summary>
    public const int KindMask = 0xf000;

    /// <summary>S_IFREG.</summary>
    public const int KindRegular = 0x8000;

    /// <summary>S_IFDIR.</summary>
    public const int KindDirectory = 0x4000;

    /// <summary>S_IFLNK.</summary>
    public const int KindLink = 0xa000;

    /// <summary>DT_UNKNOWN.</summary>
    public const int EntryUnknown = 0;

    /// <summary>DT_DIR.</summary>
    public const int EntryDirectory = 4;

    /// <summary>DT_REG.</summary>
    public const int EntryRegular = 8;

    /// <summary>DT_LNK.</summary>
    public const int EntryLink = 10;

    /// <summary>SIGKILL.</summary>
    public const int SignalKill = 9;

    /// <summary>SIGSTOP.</summary>
    public const int SignalStop = 19;

    /// <summary>CLONE_FS.</summary>
    public const int CloneFileSystemView = 0x200;

    /// <summary>EXT4_IOC_SHUTDOWN and XFS_IOC_GOINGDOWN: FS_IOC_SHUTDOWN, _IOR('X', 125, __u32).</summary>
    public const uint ShutDown = 0x8004587d;
}
