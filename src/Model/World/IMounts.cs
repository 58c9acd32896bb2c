namespace TwoDoors.Model.World;

/// <summary>The mount table.</summary>
/// <remarks>Nothing of it outlives a crash of the host; all of it outlives the process that made it. Every call with a
/// path may also answer EACCES, ENAMETOOLONG, ENOENT, ENOTDIR, EPERM (no CAP_SYS_ADMIN) and ENOMEM.</remarks>
public interface IMounts
{
    /// <summary>Shows a directory at a second place, without what is mounted below it.</summary>
    /// <param name="source">An existing directory.</param>
    /// <param name="target">An existing directory; hidden until the unmount.</param>
    /// <returns>Ok; EINVAL, EBUSY.</returns>
    /// <remarks>Source: mount(2), MS_BIND.</remarks>
    ValueTask<Errno> Bind(FilePath source, FilePath target);

    /// <summary>Takes a mount away.</summary>
    /// <returns>Ok; EBUSY (somebody is in it, or something is mounted below: it stays), EINVAL (nothing is mounted
    /// there).</returns>
    /// <remarks>Source: umount2(2), UMOUNT_NOFOLLOW; never MNT_DETACH, which would take it from who is in it.</remarks>
    ValueTask<Errno> Unmount(FilePath target);

    /// <summary>What is mounted on a directory.</summary>
    /// <returns>The directory that a bind mount shows; null where nothing is mounted; ENOENT (no such
    /// directory).</returns>
    /// <remarks>Source: statmount(2); proc_pid_mountinfo(5).</remarks>
    ValueTask<Result<FilePath?>> MountedOn(FilePath target);

    /// <summary>The names directly below a directory that are mount points, in byte order.</summary>
    /// <returns>The names; ENOENT (no such directory).</returns>
    /// <remarks>Source: listmount(2); proc_pid_mountinfo(5).</remarks>
    ValueTask<Result<IReadOnlyList<FilePath>>> Below(FilePath directory);
}
