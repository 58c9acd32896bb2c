using TwoDoors.Model.World;

namespace TwoDoors.Real.Posix.Scripts;

/// <summary>Removes a directory and all below it, whatever its names are.</summary>
internal static class TreeRemoval
{
    /// <summary>Removes it.</summary>
    /// <exception cref="IOException">Something could not be removed.</exception>
    public static void Remove(IFileSystem files, FilePath directory)
    {
        Handle handle = Must(Ended.Answer(files.Open(directory, OpenFlags.Directory | OpenFlags.NoFollow)), directory);
        List<DirectoryEntry> entries = [];
        while (Must(Ended.Answer(files.ReadDirectory(handle)), directory) is DirectoryEntry entry)
            entries.Add(entry);
        _ = Ended.Answer(files.Close(handle));
        foreach (DirectoryEntry entry in entries)
        {
            FilePath path = directory / entry.Name;
            if (entry.Kind == FileKind.Directory)
                Remove(files, path);
            else
                Must(new Result<bool>(Ended.Answer(files.Unlink(path)), true), path);
        }

        Must(new Result<bool>(Ended.Answer(files.RemoveDirectory(directory)), true), directory);
    }

    private static T Must<T>(Result<T> result, FilePath path) =>
        result.IsOk ? result.Value : throw new IOException($"{path}: cannot be removed: {result.Errno}");
}
