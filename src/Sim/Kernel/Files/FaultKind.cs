namespace TwoDoors.Sim.Kernel.Files;

/// <summary>What may go wrong in a file call although the caller did nothing wrong.</summary>
public enum FaultKind
{
    /// <summary>read and pread answer EIO: a latent sector.</summary>
    EioRead,

    /// <summary>write, pwrite and truncate answer EIO and change nothing.</summary>
    EioWrite,

    /// <summary>Write-back fails: what fsync answers, and when, is <see cref="Disk.FsyncFailure"/>.</summary>
    EioFsync,

    /// <summary>close answers EIO on a file system that writes back there (NFS); the handle is gone.</summary>
    EioClose,

    /// <summary>readdir answers EIO.</summary>
    EioReaddir,

    /// <summary>stat, lstat and fstat answer EIO.</summary>
    EioStat,

    /// <summary>A call that needs a block answers ENOSPC and changes nothing.</summary>
    Enospc,

    /// <summary>A call that needs a block answers EDQUOT and changes nothing.</summary>
    Edquot,

    /// <summary>write takes half of its bytes, at least one.</summary>
    ShortWrite,

    /// <summary>fsync of a directory answers EINVAL and does nothing.</summary>
    EinvalFsyncDirectory,

    /// <summary>A change of a name is done, but the answer says that it was done before: ENOENT or EEXIST. The reply
    /// of an NFS server was lost and the request repeated.</summary>
    LostReply,
}

