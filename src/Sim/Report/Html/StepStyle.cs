using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report.Html;

/// <summary>What kind of row a call is.</summary>
internal static class StepStyle
{
    /// <summary>A class of the style sheet.</summary>
    public static string Of(TimelineEntry entry)
    {
        if (entry.Changed.Count > 0)
            return "changes";
        if (IsErrno(entry.Result) && entry.Result != "ENOENT")
            return "failed";
        if (entry.What.Contains("sync", StringComparison.Ordinal))
            return "syncs";
        return entry.Outside is null ? "quiet" : "tells";
    }

    private static bool IsErrno(string result) =>
        result.Length > 2 && result[0] == 'E' && result.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));
}
