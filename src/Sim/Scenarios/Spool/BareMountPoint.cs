using TwoDoors.Model.World;

namespace TwoDoors.Sim.Scenarios.Spool;

/// <summary>A file system on which one mount is missing for a while: what is below it is looked for in the empty
/// directory that it was to cover.</summary>
/// <param name="inner">Where it is mounted.</param>
/// <param name="mount">Where it belongs.</param>
/// <param name="isMounted">Asked at every call.</param>
internal sealed class BareMountPoint(IFileSystem inner, FilePath mount, Func<bool> isMounted) : WrappedFiles(inner)
{
    /// <summary>The empty directory; it stands beside the mount.</summary>
    public static FilePath Of(FilePath mount) => mount + ".bare"u8;

    /// <inheritdoc/>
    public override ValueTask<Result<Handle>> Open(FilePath path, OpenFlags flags, int mode = 0, Handle at = default) =>
        Inner.Open(Seen(path), flags, mode, at);

    /// <inheritdoc/>
    public override ValueTask<Errno> Unlink(FilePath path, Handle at = default) => Inner.Unlink(Seen(path), at);

    /// <inheritdoc/>
    public override ValueTask<Errno> Rename(FilePath from, FilePath to, RenameMode mode = RenameMode.Replace) =>
        Inner.Rename(Seen(from), Seen(to), mode);

    /// <inheritdoc/>
    public override ValueTask<Errno> Link(FilePath existing, FilePath path) => Inner.Link(Seen(existing), Seen(path));

    /// <inheritdoc/>
    public override ValueTask<Result<FileStatus>> Stat(FilePath path, Handle at = default) =>
        Inner.Stat(Seen(path), at);

    /// <inheritdoc/>
    public override ValueTask<Result<FileStatus>> LinkStat(FilePath path, Handle at = default) =>
        Inner.LinkStat(Seen(path), at);

    private FilePath Seen(FilePath path)
    {
        bool below = path == mount || path.StartsWith((mount / ""u8).Bytes);
        return isMounted() || !below ? path : Of(mount) + path.From(mount.Length);
    }
}
