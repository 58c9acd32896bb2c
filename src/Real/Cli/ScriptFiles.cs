using TwoDoors.Model.Script;

namespace TwoDoors.Real.Cli;

/// <summary>The scripts that arguments name.</summary>
internal static class ScriptFiles
{
    /// <summary>The files, as they are to be shown; those below a folder in byte order.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static IEnumerable<string> Find(IEnumerable<string> arguments)
    {
        foreach (string raw in arguments)
        {
            string given = RawArguments.Text(raw)
                ?? throw new UsageException($"{RawArguments.Path(raw)}: is not UTF-8");
            if (!Directory.Exists(given))
            {
                yield return given;
                continue;
            }

            string[] below =
            [
                .. Directory.EnumerateFiles(given, "*", SearchOption.AllDirectories)
                    .Where(path => Path.GetExtension(path) is ".script" or ".trace")
                    .Select(path => given.TrimEnd('/') + "/" + Path.GetRelativePath(given, path))
                    .Order(StringComparer.Ordinal),
            ];
            if (below.Length == 0)
                throw new UsageException($"{given}: no *.script or *.trace file below it");
            foreach (string path in below)
                yield return path;
        }
    }

    /// <summary>A script.</summary>
    /// <exception cref="UsageException">It cannot be read, or has a mistake.</exception>
    public static PosixScript Parse(string path)
    {
        if (!File.Exists(path))
            throw new UsageException($"{path}: no such file; expected a script or a folder of scripts");
        PosixScript? script = ScriptParser.Parse(path, File.ReadAllBytes(path), out ScriptMistake? mistake);
        return script ?? throw new UsageException($"{path}:{mistake!.Line}:{mistake.Column}: {mistake.Says}");
    }
}
