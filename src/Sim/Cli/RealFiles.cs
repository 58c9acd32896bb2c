using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary>The only place in Sim that touches the disk of this machine: the user's scenarios, traces and
/// reports.</summary>
public static class RealFiles
{
    /// <summary>What is wrong with a file is often one of these; all others are defects of ours.</summary>
    private static bool IsTheUsers(Exception failure) => failure
        is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>True where there is a file.</summary>
    public static bool IsFile(string path) => File.Exists(path);

    /// <summary>True where there is a directory.</summary>
    public static bool IsFolder(string path) => Directory.Exists(path);

    /// <summary>The whole text of a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="shown">The path as the user knows it, for messages.</param>
    /// <exception cref="ScenarioException">It cannot be read.</exception>
    public static string Read(string path, string shown)
    {
        try
        {
            if (Directory.Exists(path))
                throw new ScenarioException(new(shown, 0, 0), "is a directory; expected a file");
            return File.ReadAllText(path);
        }
        catch (Exception failure) when (IsTheUsers(failure))
        {
            throw new ScenarioException(new(shown, 0, 0), Reason(failure, "cannot be read"));
        }
    }

    /// <summary>All bytes of a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="shown">The path as the user knows it, for messages.</param>
    /// <exception cref="ScenarioException">It cannot be read.</exception>
    public static byte[] ReadBytes(string path, string shown)
    {
        try
        {
            if (Directory.Exists(path))
                throw new ScenarioException(new(shown, 0, 0), "is a directory; expected a file");
            return File.ReadAllBytes(path);
        }
        catch (Exception failure) when (IsTheUsers(failure))
        {
            throw new ScenarioException(new(shown, 0, 0), Reason(failure, "cannot be read"));
        }
    }

    /// <summary>Writes a file and the directories above it.</summary>
    /// <param name="path">Where.</param>
    /// <param name="shown">The path as the user knows it, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="ScenarioException">It cannot be written.</exception>
    public static void Write(string path, string shown, string text)
    {
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            File.WriteAllText(path, text);
        }
        catch (Exception failure) when (IsTheUsers(failure))
        {
            throw new ScenarioException(new(shown, 0, 0), Reason(failure, "cannot be written"));
        }
    }

    /// <summary>Replaces a file, or makes it: whoever reads it, also after this process or the power failed, finds the
    /// old content or the new one.</summary>
    /// <param name="path">Where.</param>
    /// <param name="shown">The path as the user knows it, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="ScenarioException">It cannot be written.</exception>
    public static void Replace(string path, string shown, string text)
    {
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            string beside = path + ".new";
            using (FileStream file = new(beside, FileMode.Create, FileAccess.Write))
            {
                file.Write(System.Text.Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (Exception failure) when (IsTheUsers(failure))
        {
            throw new ScenarioException(new(shown, 0, 0), Reason(failure, "cannot be written"));
        }
    }

    /// <summary>Removes a file.</summary>
    /// <exception cref="ScenarioException">It cannot be removed.</exception>
    public static void Remove(string path, string shown)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (IsTheUsers(failure))
        {
            throw new ScenarioException(new(shown, 0, 0), Reason(failure, "cannot be removed"));
        }
    }

    /// <summary>All files below a directory with this ending, in byte order of their relative paths, which are given
    /// with forward slashes.</summary>
    public static IReadOnlyList<string> Below(string folder, string ending)
    {
        if (!Directory.Exists(folder))
            return [];
        List<string> found = [];
        foreach (string path in Directory.EnumerateFiles(folder, $"*{ending}", SearchOption.AllDirectories))
            found.Add(Path.GetRelativePath(folder, path).Replace('\\', '/'));
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static string Reason(Exception failure, string otherwise) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file",
        UnauthorizedAccessException => "permission denied",
        _ => otherwise,
    };
}
