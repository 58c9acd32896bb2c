using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report;

/// <summary>An execution as lines that an administrator can follow.</summary>
public static class TimelineText
{
    private const string Below = "          ";

    /// <summary>The lines, without indentation.</summary>
    /// <param name="timeline">The execution.</param>
    /// <param name="fromStep">Leaves out what was before this step.</param>
    public static IReadOnlyList<string> Lines(Timeline timeline, int fromStep = 0)
    {
        List<string> lines = [];
        int boot = 0;
        TimelineEntry[] shown = [.. timeline.Entries.Where(entry => entry.Step >= fromStep)];
        int who = Width(shown, entry => entry.Who);
        int what = Math.Min(60, Width(shown, entry => entry.What));
        foreach (RepeatedSteps piece in RepeatedSteps.Of(shown))
        {
            foreach (TimelineEntry entry in piece.Entries)
            {
                if (entry.Boot != boot)
                    lines.Add(entry.Boot == 1 ? "start" : $"start {entry.Boot}, after the crash");
                boot = entry.Boot;
                lines.AddRange(Of(entry, who, what));
            }

            if (piece.More > 0)
                lines.Add($"{Below}the same {piece.More} times more");
        }

        if (timeline.Files.Count > 0)
            lines.Add("files at the end");
        lines.AddRange(timeline.Files.Select(file => $"      {file}"));
        if (timeline.Violates is not null)
            lines.Add($"broken: {timeline.Violates}: {timeline.Says}");
        return lines;
    }

    private static int Width(TimelineEntry[] entries, Func<TimelineEntry, string> cell) => entries
        .Where(entry => entry.Kind == TraceKind.Step)
        .Select(entry => cell(entry).Length)
        .DefaultIfEmpty(0)
        .Max();

    private static List<string> Of(TimelineEntry entry, int who, int what)
    {
        List<string> lines = [Head(entry, who, what).TrimEnd()];
        if (entry.Kind == TraceKind.HostCrash)
        {
            lines.AddRange(entry.Lost.Select(change => $"{Below}lost      {change}"));
            lines.AddRange(entry.Changed.Select(change => $"{Below}survived  {change}"));
        }
        else
        {
            lines.AddRange(entry.Changed.Select(change => $"{Below}not yet durable: {change}"));
        }

        if (entry.Outside is { } outside)
            lines.Add($"{Below}the outside now knows: {outside}");
        return lines;
    }

    private static string Head(TimelineEntry entry, int who, int what) => entry.Kind switch
    {
        TraceKind.Step => $"{entry.Step,4}  {entry.Who.PadRight(who)}  {entry.What.PadRight(what)}  {entry.Result}",
        TraceKind.Pick => $"      ({entry.Who}: {entry.What})",
        TraceKind.ProcessCrash => "----  all processes are killed; the kernel keeps what they wrote",
        _ => $"----  POWER FAILS; {LostWords(entry)}",
    };

    private static string LostWords(TimelineEntry entry) => entry.Lost.Count == 0
        ? "nothing is lost"
        : $"{VerdictText.Plural(entry.Lost.Count, "change is", "changes are")} lost";
}
