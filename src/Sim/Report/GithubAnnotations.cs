namespace TwoDoors.Sim.Report;

/// <summary>Alerts as workflow commands of GitHub Actions: a runner that reads them marks the lines.</summary>
public static class GithubAnnotations
{
    /// <summary>A line each, errors first: a runner shows only the first few of a step.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Explored> results) =>
    [
        .. Alert.Of(results).OrderBy(alert => alert.IsError ? 0 : 1).Select(Line),
    ];

    private static string Line(Alert alert)
    {
        string level = alert.IsError ? "error" : "warning";
        string place = alert.At.Line > 0
            ? $"file={Property(alert.At.File)},line={alert.At.Line},col={alert.At.Column},"
            : "";
        return $"::{level} {place}title={Property(alert.Title)}::{Data(alert.Text)}";
    }

    /// <summary>A message may not end its line.</summary>
    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    /// <summary>A property may not end itself either.</summary>
    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
