using TwoDoors.Model.World;

namespace TwoDoors.Model.Backup;

/// <summary>Which bases are owed a backup, on disk: an empty file each, named after the base. A base is owed one from
/// before its first door opens until a backup of it has succeeded, whatever crashes in between.</summary>
/// <param name="files">The file calls.</param>
/// <param name="directory">Root's own, in the state directory of the daemon.</param>
public sealed class OwedBackups(IFileSystem files, FilePath directory)
{
    private const int OwnerOnly = 0x180;

    /// <summary>Writes down that a base is owed a backup. Durable on return with Ok.</summary>
    /// <returns>Ok, also when it was written down before; what open and fsync answer.</returns>
    public async ValueTask<Errno> Owe(FilePath baseName)
    {
        // One that is there already is synced all the same: who made it may have crashed before its own sync.
        Result<Handle> made = await files.Open(
            directory / baseName, OpenFlags.WriteOnly | OpenFlags.Create, OwnerOnly);
        if (!made.IsOk)
            return made.Errno;
        await files.Close(made.Value);
        return await SyncNames();
    }

    /// <summary>Writes down that a base has got its backup. When it is lost in a crash, there is one backup too
    /// many, and none too few: so it is not waited for.</summary>
    /// <returns>Ok, also when it was owed none.</returns>
    public async ValueTask<Errno> Settle(FilePath baseName)
    {
        Errno gone = await files.Unlink(directory / baseName);
        return gone == Errno.ENOENT ? Errno.Ok : gone;
    }

    /// <summary>All bases that are owed one, in byte order.</summary>
    public async ValueTask<Result<IReadOnlyList<FilePath>>> All()
    {
        Result<Handle> opened = await files.Open(directory, OpenFlags.ReadOnly | OpenFlags.Directory);
        if (!opened.IsOk)
            return opened.Errno;
        List<FilePath> names = [];
        Result<DirectoryEntry?> entry = await files.ReadDirectory(opened.Value);
        for (; entry is { IsOk: true, Value: not null }; entry = await files.ReadDirectory(opened.Value))
            names.Add(entry.Value.Name);
        await files.Close(opened.Value);
        names.Sort();
        return new Result<IReadOnlyList<FilePath>>(entry.Errno, names);
    }

    private async ValueTask<Errno> SyncNames()
    {
        Result<Handle> opened = await files.Open(directory, OpenFlags.ReadOnly | OpenFlags.Directory);
        if (!opened.IsOk)
            return opened.Errno;
        Errno synced = await files.Sync(opened.Value, "fsync(owed)");
        await files.Close(opened.Value);
        return synced;
    }
}
