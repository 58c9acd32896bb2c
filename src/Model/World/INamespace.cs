namespace TwoDoors.Model.World;

/// <summary>The names: make, remove, rename, link, look up.</summary>
/// <remarks>Every call with a path may also answer EACCES (search or write permission of a directory), EBADF
/// (the at-directory), EIO, ELOOP, ENAMETOOLONG, ENOENT and ENOTDIR (a component); every call that changes a
/// name EROFS, ENOSPC and EDQUOT. Nothing below is durable on return: each change of a name needs a
/// <see cref="IFileData.Sync"/> of the directory it is in. Source: path_resolution(7), fsync(2).</remarks>
public interface INamespace
{
    /// <summary>Makes an empty directory.</summary>
    /// <returns>Ok; EEXIST, EMLINK, EPERM.</returns>
    /// <remarks>Source: mkdir(2).</remarks>
    ValueTask<Errno> MakeDirectory(FilePath path, int mode, Handle at = default);

    /// <summary>Removes an empty directory.</summary>
    /// <returns>Ok; EBUSY (a mount point), EINVAL (last component "."), ENOTEMPTY (also for ".."), EPERM.</returns>
    /// <remarks>Source: rmdir(2).</remarks>
    ValueTask<Errno> RemoveDirectory(FilePath path, Handle at = default);

    /// <summary>Removes a name; the file goes with its last name and handle.</summary>
    /// <returns>Ok; EBUSY, EISDIR (a directory; POSIX says EPERM), EPERM.</returns>
    /// <remarks>Not durable: after a crash the name may be back. Source: unlink(2).</remarks>
    ValueTask<Errno> Unlink(FilePath path, Handle at = default);

    /// <summary>Changes a name; who looks sees the old state or the new.</summary>
    /// <returns>Ok; EBUSY, EEXIST (NoReplace, or a directory over one with entries: ENOTEMPTY on Linux), EINVAL (a
    /// directory into itself; a mode the file system cannot do), EISDIR (a file over a directory), EMLINK,
    /// ENOTDIR (a directory over a file), ENOTEMPTY, EPERM, EXDEV.</returns>
    /// <remarks>Two names of one file: Ok and nothing is done. Not durable: after a crash the old name, the new
    /// one, and on file systems without a journal both or neither may be there. Source: rename(2).</remarks>
    ValueTask<Errno> Rename(FilePath from, FilePath to, RenameMode mode = RenameMode.Replace);

    /// <summary>Gives a file another name.</summary>
    /// <returns>Ok; EEXIST, EMLINK, EPERM (a directory), EXDEV. A symbolic link is linked itself, not
    /// followed.</returns>
    /// <remarks>Source: link(2), NOTES (Linux does not follow).</remarks>
    ValueTask<Errno> Link(FilePath existing, FilePath path);

    /// <summary>Makes a symbolic link.</summary>
    /// <param name="target">1 to 4095 bytes, not looked at.</param>
    /// <returns>Ok; EEXIST, ENOENT (an empty target), EPERM.</returns>
    /// <remarks>Source: symlink(2).</remarks>
    ValueTask<Errno> SymbolicLink(FilePath target, FilePath path, Handle at = default);

    /// <summary>What a symbolic link points at.</summary>
    /// <returns>The target; EINVAL (not a symbolic link).</returns>
    /// <remarks>Source: readlink(2).</remarks>
    ValueTask<Result<FilePath>> ReadLink(FilePath path, Handle at = default);

    /// <summary>Reads the next entry of an open directory.</summary>
    /// <param name="directory">Opened with Directory. The stream's position belongs to the handle.</param>
    /// <returns>An entry, or null at the end; EBADF, EIO, ENOENT (the directory was removed), ENOTDIR. "." and
    /// ".." are left out. An entry that was made or removed after the stream began may be seen or not; one that
    /// stays is seen once. No order is promised.</returns>
    /// <remarks>Source: readdir(3); getdents64(2); POSIX.1-2024 readdir.</remarks>
    ValueTask<Result<DirectoryEntry?>> ReadDirectory(Handle directory);

    /// <summary>Starts an open directory's stream again, with the entries of now.</summary>
    /// <returns>Ok; EBADF, ENOTDIR.</returns>
    /// <remarks>Source: rewinddir(3).</remarks>
    ValueTask<Errno> RewindDirectory(Handle directory);

    /// <summary>Where relative paths of this process start from now on.</summary>
    /// <returns>Ok; EACCES, ENOENT, ENOTDIR as above.</returns>
    /// <remarks>Source: chdir(2).</remarks>
    ValueTask<Errno> ChangeDirectory(FilePath path);
}
