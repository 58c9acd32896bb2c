using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report.Html;

/// <summary>An execution with what there is to say of it: the claim, the way to repeat it, the lanes, the disk at the
/// end.</summary>
internal static class WitnessPart
{
    /// <summary>Writes it.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="timeline">The execution.</param>
    /// <param name="id">Unique on the page.</param>
    /// <param name="size">How large it is, in words.</param>
    /// <param name="commands">How to repeat it.</param>
    /// <param name="fromStep">Leaves out what was before this step.</param>
    public static void Write(
        Markup page,
        Timeline timeline,
        string id,
        string size,
        IReadOnlyList<string> commands,
        int fromStep = 0)
    {
        page.Open("section", ("class", "witness"), ("id", id)).Line();
        page.Open("h3").Leaf("code", "", timeline.Violates ?? "no claim").Text(" is broken").Close("h3");
        if (timeline.Says is not null)
            page.Leaf("p", "says", timeline.Says);
        if (size.Length > 0)
            page.Leaf("p", "size", $"the smallest witness: {size}");
        foreach (string command in commands)
            WriteCommand(page, command);
        new RunPart(page, timeline, id).Write(fromStep);
        if (!timeline.IsOfThreads)
        {
            (string title, IReadOnlyList<FileLine> before) = LastStart(timeline);
            TreePart.Write(page, title, before, timeline.End);
        }

        page.Close("section").Line();
    }

    /// <summary>A command line with a button that copies it.</summary>
    public static void WriteCommand(Markup page, string command) => page.Open("div", ("class", "command"))
        .Leaf("code", "", command)
        .Trusted("<button type=\"button\" data-copy hidden>copy</button>").Close("div").Line();

    private static (string Title, IReadOnlyList<FileLine> Files) LastStart(Timeline timeline)
    {
        TimelineEntry? crash = timeline.Entries.LastOrDefault(entry => entry.Kind == TraceKind.HostCrash);
        return crash is null
            ? ("The disk, at the start and at the end", timeline.Start)
            : ("The disk, after the last crash and at the end", crash.After);
    }
}
