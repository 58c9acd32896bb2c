using System.Globalization;
using TwoDoors.Model.Spool;
using TwoDoors.Model.World;
using TwoDoors.Real.Posix;

namespace TwoDoors.Real.Cli;

/// <summary>Finds the one absolute name of a directory: the names of copies carry a checksum of their spool's path,
/// so all commands must call it alike, whatever links or relative paths they were given.</summary>
internal sealed class DirectoryNames(IFileSystem files, SpoolReport report)
{
    /// <summary>The name, null (and reported) where the directory cannot be opened.</summary>
    /// <param name="given">As the user wrote it.</param>
    /// <param name="role">"spool" or "queue".</param>
    public FilePath? Find(FilePath given, string role)
    {
        Result<Handle> directory = Ended.Answer(files.Open(given, OpenFlags.ReadOnly | OpenFlags.Directory));
        if (!directory.IsOk)
        {
            string note = $"the {role} is unreachable; nothing was changed";
            report.Fail(new SpoolFailure("open", given, directory.Errno), note);
            return null;
        }

        string link = string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{directory.Value.Number}");
        Result<FilePath> name = Ended.Answer(files.ReadLink(link));
        _ = Ended.Answer(files.Close(directory.Value));
        if (name.IsOk)
            return name.Value;
        report.Fail(new SpoolFailure("readlink", link, name.Errno), "is /proc mounted? nothing was changed");
        return null;
    }

    /// <summary>The names of several, null (and reported) where one cannot be opened.</summary>
    /// <exception cref="UsageException">Two of them are the same.</exception>
    public IReadOnlyList<FilePath>? FindQueues(FilePath spool, IEnumerable<FilePath> given)
    {
        List<FilePath> found = [];
        foreach (FilePath path in given)
        {
            if (Find(path, "queue") is not FilePath name)
                return null;
            if (name == spool)
                throw new UsageException($"--to {path}: is the spool itself; expected another directory");
            if (found.Contains(name))
                throw new UsageException($"--to {path}: is given twice; expected different directories");
            found.Add(name);
        }

        return found;
    }
}
