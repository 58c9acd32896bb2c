using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <summary>Real directories that belong to somebody: found, mended, set aside if they are another's, and
/// made.</summary>
/// <param name="options">Where and how.</param>
/// <param name="owners">Whose a base is: what tells autohome, autogroup and automisc apart.</param>
public sealed class OwnerModule(ModuleOptions options, IOwners owners) : IModule
{
    private const int RootOnly = 0x1C0;
    private const int ModeBits = 0xFFF;

    /// <inheritdoc/>
    public FilePath PathOf(FilePath baseName) => Levels.PathsOf(options.Real, baseName, options.Level)[^1];

    /// <inheritdoc/>
    public async ValueTask<Result<FilePath>> Prepare(IMachine host, FilePath baseName)
    {
        if (!Levels.IsName(baseName))
            return Errno.ENOENT;
        Result<Owner> owner = await owners.Of(host.Accounts, baseName);
        if (!owner.IsOk)
            return owner.Errno;
        IReadOnlyList<FilePath> paths = Levels.PathsOf(options.Real, baseName, options.Level);
        Errno errno = await Check(host, paths[^1], baseName, owner.Value);
        if (errno == Errno.ENOENT)
            errno = await Make(host, paths, owner.Value);
        return new Result<FilePath>(errno, paths[^1]);
    }

    /// <summary>ENOENT: it has to be made.</summary>
    private async ValueTask<Errno> Check(IMachine host, FilePath path, FilePath baseName, Owner owner)
    {
        Result<FileStatus> status = await host.Files.LinkStat(path);
        if (!status.IsOk || options.TrustsExisting)
            return status.Errno;
        if (status.Value.Kind != FileKind.Directory)
            return Errno.ENOTDIR;
        bool isAnothers = !owners.IsSame(status.Value, owner);
        if (isAnothers && options.StaleTo is FilePath stale)
        {
            Errno moved = await StaleDirectory.SetAside(host, path, stale / baseName);
            return moved == Errno.Ok ? Errno.ENOENT : moved;
        }

        return await Mend(host.Files, path, status.Value, owner);
    }

    private async ValueTask<Errno> Mend(IFileSystem files, FilePath path, FileStatus status, Owner owner)
    {
        Errno errno = Errno.Ok;
        if ((status.UserId, status.GroupId) != (owner.UserId, owner.GroupId))
            errno = await files.ChangeOwner(path, owner.UserId, owner.GroupId);
        if (errno == Errno.Ok && (status.Mode & ModeBits) != options.Mode)
            errno = await files.ChangeMode(path, options.Mode);
        return errno;
    }

    private async ValueTask<Errno> Make(IMachine host, IReadOnlyList<FilePath> paths, Owner owner)
    {
        for (int index = 0; index < paths.Count - 1; index++)
        {
            Errno made = await host.Files.MakeDirectory(paths[index], RootOnly);
            if (made == Errno.Ok)
                made = await DirectorySync.Of(host.Files, paths[index].Parent, "fsync(index)");
            if (made is not (Errno.Ok or Errno.EEXIST))
                return made;
        }

        NewHome home = new(host, options.Real / (".new-" + host.FreshName()), options, owner);
        return await home.Make(paths[^1]);
    }
}
