using TwoDoors.Model.World;

namespace TwoDoors.Model.Script;

/// <summary>A directory stream of a script. The first read takes all of the host's stream, and the names are then
/// handed out in byte order: a host may give them in any order, and two hosts must answer alike.</summary>
internal sealed class ScriptStream(Handle handle)
{
    private readonly List<FilePath> names = [];
    private int next = -1;

    internal Handle Handle => handle;

    /// <summary>The next name, null at the end.</summary>
    internal async ValueTask<Result<FilePath?>> Next(IFileSystem files)
    {
        if (next < 0)
        {
            names.Clear();
            Errno error = await ReadAll(files, handle, names);
            if (error != Errno.Ok)
                return error;
            next = 0;
        }

        return next < names.Count ? names[next++] : default(FilePath?);
    }

    internal async ValueTask<Errno> Rewind(IFileSystem files)
    {
        next = -1;
        return await files.RewindDirectory(handle);
    }

    /// <summary>All names that are left, sorted.</summary>
    internal static async ValueTask<Errno> ReadAll(IFileSystem files, Handle directory, List<FilePath> names)
    {
        while (true)
        {
            Result<DirectoryEntry?> entry = await files.ReadDirectory(directory);
            if (!entry.IsOk)
                return entry.Errno;
            if (entry.Value is not { } named)
                break;
            names.Add(named.Name);
        }

        names.Sort();
        return Errno.Ok;
    }
}
