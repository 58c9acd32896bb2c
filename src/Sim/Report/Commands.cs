using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report;

/// <summary>Command lines that a reader can paste.</summary>
public static class Commands
{
    /// <summary>Explores the scenario again and keeps its traces.</summary>
    public static string Explore(Explored result)
    {
        IEnumerable<string> settings = result.Scenario.File.Settings
            .Select(setting => $" --set {Word($"{setting.Path}={setting.Value}")}");
        return $"twodoors explore {Word(result.Scenario.File.File)}{string.Concat(settings)} --trace-dir traces";
    }

    /// <summary>Replays the trace of a violation that <see cref="Explore"/> kept.</summary>
    public static string Replay(Explored result, Violation found) =>
        Replay($"traces/{TraceFile.Name(result.Name, found)}");

    /// <summary>Replays a trace file.</summary>
    public static string Replay(string file) => $"twodoors replay {Word(file)}";

    /// <summary>A word that a POSIX shell takes as it is.</summary>
    public static string Word(string text)
    {
        bool plain = text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || "_./,:=@%+-".Contains(c));
        return plain ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
