using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <summary>Makes the names in a directory durable.</summary>
internal static class DirectorySync
{
    /// <summary>Opens, syncs, closes.</summary>
    public static async ValueTask<Errno> Of(IFileSystem files, FilePath directory, string point)
    {
        Result<Handle> opened = await files.Open(
            directory, OpenFlags.ReadOnly | OpenFlags.Directory | OpenFlags.NoFollow);
        if (!opened.IsOk)
            return opened.Errno;
        Errno synced = await files.Sync(opened.Value, point);
        await files.Close(opened.Value);
        return synced;
    }
}
