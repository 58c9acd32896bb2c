using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>Which files of a spool are messages.</summary>
internal static class Queued
{
    /// <summary>For F1 and F3: any name but a hidden one and those that the spool gives itself.</summary>
    public static bool IsMessage(FilePath name) => !name.StartsWith("."u8) && SpoolName.Parse(name) is null;

    /// <summary>For the seed and F0: sXXX.</summary>
    public static bool IsSeedMessage(FilePath name) => name.StartsWith("s"u8);

    /// <summary>The messages of a spool.</summary>
    public static async ValueTask<Result<IReadOnlyList<FilePath>>> List(
        IHost host,
        FilePath spool,
        Func<FilePath, bool> isMessage)
    {
        SpoolNotes notes = new();
        SpoolCalls calls = new(host.Files, notes);
        if (await calls.OpenDirectory(spool) is not Handle directory)
            return notes.Last!.Errno;
        List<FilePath>? names = await calls.List(directory, spool);
        await calls.Close(directory, spool);
        return names is null ? notes.Last!.Errno : names.FindAll(name => isMessage(name));
    }

    /// <summary>Those of the named messages that are there; the others are noted.</summary>
    public static ValueTask<List<Message>> Find(SpoolCalls calls, FilePath spool, IReadOnlyList<FilePath> names) =>
        Find(calls, spool, names, 0, names.Count);

    /// <summary>The same for some of the names.</summary>
    public static async ValueTask<List<Message>> Find(
        SpoolCalls calls, FilePath spool, IReadOnlyList<FilePath> names, int first, int countMax)
    {
        List<Message> found = [];
        for (int i = first; i < names.Count && i - first < countMax; i++)
        {
            FilePath name = names[i];
            FilePath path = spool / name;
            Result<FileStatus> status = await calls.Files.LinkStat(path);
            if (calls.Notes.Failed(status.Errno, "lstat", path))
                continue;
            if (status.Value.Kind == FileKind.Regular)
                found.Add(Message.Of(name, status.Value));
            else
                calls.Notes.Wrong("lstat", path, "not a regular file");
        }

        return found;
    }
}
