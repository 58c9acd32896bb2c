using TwoDoors.Model.World;

namespace TwoDoors.Sim.Scenarios.Spool;

/// <summary>A file system seen through defects.</summary>
internal sealed class SpoiledFiles(IFileSystem inner, IReadOnlyList<Defect> defects) : WrappedFiles(inner)
{
    /// <inheritdoc/>
    public override async ValueTask<Errno> Sync(Handle file, string point)
    {
        Errno synced = await Inner.Sync(file, point);
        return synced == Errno.EIO && defects.Contains(Defect.FsyncTriedAgain)
            ? await Inner.Sync(file, point)
            : synced;
    }

    /// <inheritdoc/>
    public override async ValueTask<Result<FileStatus>> Stat(FilePath path, Handle at = default) =>
        Spoil(await Inner.Stat(path, at));

    /// <inheritdoc/>
    public override async ValueTask<Result<FileStatus>> LinkStat(FilePath path, Handle at = default) =>
        Spoil(await Inner.LinkStat(path, at));

    /// <inheritdoc/>
    public override async ValueTask<Errno> Unlink(FilePath path, Handle at = default)
    {
        Errno gone;
        do
            gone = await Inner.Unlink(path, at);
        while (gone != Errno.Ok && defects.Contains(Defect.UnlinkTriedAgain));
        return gone;
    }

    /// <inheritdoc/>
    public override ValueTask<Errno> Lock(Handle file, LockMode mode) =>
        defects.Contains(Defect.NoLock) ? new(Errno.Ok) : Inner.Lock(file, mode);

    private Result<FileStatus> Spoil(Result<FileStatus> status) =>
        !status.IsOk && defects.Contains(Defect.StatFailureIsAbsence) ? Errno.ENOENT : status;
}
