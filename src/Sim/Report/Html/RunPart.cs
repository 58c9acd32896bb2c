using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report.Html;

/// <summary>An execution as lanes: a column for each activity of the host, a row for each step, and crashes
/// across.</summary>
/// <param name="page">Where to.</param>
/// <param name="timeline">The execution.</param>
/// <param name="id">Begins the ids of the rows, unique on the page.</param>
internal sealed class RunPart(Markup page, Timeline timeline, string id)
{
    private readonly List<string> lanes =
        [.. timeline.Entries.Where(entry => entry.Kind == TraceKind.Step).Select(entry => entry.Who).Distinct()];

    private readonly Window? window = Window.Of(timeline);
    private bool isFirst = true;

    /// <summary>Writes it.</summary>
    /// <param name="fromStep">Leaves out what was before this step.</param>
    public void Write(int fromStep)
    {
        page.Open(
            "ol",
            ("class", lanes.Count > 1 ? "run several" : "run"),
            ("style", $"--lanes:{Math.Max(1, lanes.Count)}"),
            ("aria-label", "what happened, in order")).Line();
        WriteHeads();
        int boot = 0;
        foreach ((int index, TimelineEntry entry) in timeline.Entries.Index())
        {
            if (entry.Step < fromStep)
                continue;
            if (entry.Boot != boot)
                WriteBoot(entry.Boot);
            boot = entry.Boot;
            Write(index, entry);
        }

        if (timeline.Violates is not null)
            WriteBroken();
        page.Close("ol").Line();
    }

    private void WriteHeads()
    {
        page.Open("li", ("class", "heads"), ("aria-hidden", "true")).Leaf("span", "", "step");
        foreach (string lane in lanes)
            page.Open("span").Text(timeline.IsOfThreads ? "" : "host · ").Leaf("b", "", lane).Close("span");
        page.Close("li").Line();
    }

    private void WriteBoot(int boot) => page.Open("li", ("class", "boot"))
        .Leaf("span", "", boot == 1 ? "start" : $"start {boot}, after the crash").Close("li").Line();

    private void Write(int index, TimelineEntry entry)
    {
        switch (entry.Kind)
        {
            case TraceKind.Step:
                WriteStep(index, entry);
                break;
            case TraceKind.Pick:
                page.Open("li", ("class", "pick")).Open("span").Text($"the world answers “{entry.Who}” with ")
                    .Leaf("b", "", entry.What).Close("span").Close("li").Line();
                break;
            case TraceKind.ProcessCrash:
                Row("crash process", index).Open("div").Leaf("strong", "", "ALL PROCESSES ARE KILLED")
                    .Text("; the kernel keeps what they wrote").Close("div").Close("li").Line();
                break;
            default:
                WriteCrash(index, entry);
                break;
        }
    }

    private void WriteStep(int index, TimelineEntry entry)
    {
        bool isWindow = window?.Index == index;
        Row($"step {StepStyle.Of(entry)}{(isWindow ? " window" : "")}", index);
        page.Leaf("span", "n", $"{entry.Step}");
        page.Open("div", ("class", "act"), ("style", $"--at:{lanes.IndexOf(entry.Who)}"));
        if (entry.At is { } at)
        {
            page.Open("span", ("class", "at"), ("title", $"{at.File}:{at.Line}"))
                .Text($"{at.File[(at.File.LastIndexOf('/') + 1)..]}:{at.Line}").Close("span");
        }

        page.Leaf("span", "who", entry.Who);
        string[] words = entry.What.Split(' ', 2);
        page.Open("code", ("class", "call")).Leaf("b", "", words[0]).Text(entry.What[words[0].Length..]).Close("code");
        if (entry.Result.Length > 0)
            page.Text(" ").Leaf("code", "result", entry.Result);
        if (isWindow)
            page.Leaf("span", "why", $"the window opens here: {window!.Why}");
        WriteEffects(index, entry);
        if (entry.Outside is { } outside)
            page.Leaf("p", "outside", $"the outside now knows: {outside}");
        page.Close("div").Close("li").Line();
    }

    private void WriteEffects(int index, TimelineEntry entry)
    {
        if (entry.Changed.Count == 0)
            return;
        int crash = Fates.CrashAfter(timeline, index);
        page.Open("ul", ("class", "effects"));
        foreach (string change in entry.Changed)
        {
            Fate fate = Fates.Of(timeline, crash, change);
            (string style, string words) = fate switch
            {
                Fate.Lost => ("lost", "lost when the power fails"),
                Fate.Luck => ("luck", "survives by luck"),
                Fate.Durable => ("durable", "durable in time"),
                _ => ("pending", "not durable yet"),
            };
            page.Open("li", ("class", style)).Leaf("code", "", change).Leaf("span", "fate", $" · {words}").Close("li");
        }

        page.Close("ul");
    }

    private void WriteCrash(int index, TimelineEntry entry)
    {
        string words = entry.Lost.Count == 0
            ? "nothing is lost"
            : $"{VerdictText.Plural(entry.Lost.Count, "change is", "changes are")} lost";
        Row("crash", index).Open("div").Leaf("strong", "", "POWER FAILS").Text($"; {words}");
        page.Open("div", ("class", "fates"));
        WriteFates("lost", "Lost", entry.Lost);
        WriteFates("kept", "Survived, though nothing had made it durable", entry.Changed);
        page.Close("div");
        TreePart.Write(page, "The disk, before the crash and after it", entry.Before, entry.After);
        page.Close("div").Close("li").Line();
    }

    private void WriteFates(string style, string title, IReadOnlyList<string> changes)
    {
        if (changes.Count == 0)
            return;
        page.Open("div", ("class", style)).Leaf("h4", "", title).Open("ul");
        foreach (string change in changes)
            page.Open("li").Leaf("code", "", change).Close("li");
        page.Close("ul").Close("div");
    }

    private void WriteBroken()
    {
        Row("broken", timeline.Entries.Count).Open("p").Leaf("code", "", timeline.Violates!).Text(" is broken: ")
            .Text(timeline.Says ?? "").Close("p").Close("li").Line();
    }

    /// <summary>A row that keys move to; the first one of a run is a tab stop, with or without a script.</summary>
    private Markup Row(string style, int index)
    {
        string stop = isFirst ? "0" : "-1";
        isFirst = false;
        return page.Open(
            "li", ("class", style), ("id", $"{id}-{index}"), ("data-row", "1"), ("tabindex", stop));
    }
}
