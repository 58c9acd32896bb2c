using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report.Html;

/// <summary>All there is to say of one exploration.</summary>
internal static class ScenarioPart
{
    /// <summary>The verdict in a word or two, coloured.</summary>
    public static void WriteBadges(Markup page, Verdict verdict)
    {
        if (verdict.Outcome != Outcome.Violates)
        {
            page.Leaf("span", verdict.Outcome == Outcome.Holds ? "badge holds" : "badge open", VerdictText.Of(verdict));
            return;
        }

        foreach (Violation found in verdict.Violations)
            page.Leaf("span", "badge violates", $"violates {found.Property}").Text(" ");
    }

    /// <summary>Writes it.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="result">The exploration.</param>
    /// <param name="id">Unique on the page.</param>
    /// <param name="isOpen">True: a reader sees it at once.</param>
    public static void Write(Markup page, Explored result, string id, bool isOpen)
    {
        page.Trusted(isOpen ? "<details class=\"scenario\" open>" : "<details class=\"scenario\">");
        page.Open("summary").Leaf("h2", "", result.Name);
        WriteBadges(page, result.Verdict);
        if (!result.IsExpected)
            page.Leaf("span", "unmet", result.Judgement);
        page.Close("summary").Line().Open("div", ("class", "inside"), ("id", id));
        page.Leaf("p", "", result.Scenario.File.Claim);
        if (result.Divergence is { } divergence)
            page.Leaf("p", "unmet", $"a witness does not replay, the world is not deterministic: {divergence}");
        WriteFacts(page, result);
        WitnessPart.WriteCommand(page, Commands.Explore(result));
        ProgressPart.Write(page, result.Verdict.Progression);
        foreach ((int i, Violation found) in result.Verdict.Violations.Index())
            WriteWitness(page, result, found, result.Timelines[i], $"{id}-{i + 1}");
        page.Close("div").Close("details").Line();
    }

    private static void WriteWitness(Markup page, Explored result, Violation found, Timeline timeline, string id)
    {
        if (TraceFile.IsWorthAFile(found))
        {
            string size = VerdictText.SizeAndProof(found);
            WitnessPart.Write(page, timeline, id, size, [Commands.Replay(result, found)]);
            return;
        }

        page.Open("section", ("class", "witness")).Open("h3").Leaf("code", "", found.Property).Text(" is broken")
            .Close("h3").Leaf("p", "says", found.Says).Close("section");
    }

    private static void WriteFacts(Markup page, Explored result)
    {
        Subject subject = result.Scenario.Subject;
        Counts counts = result.Verdict.Counts;
        string crashes = subject.HostCrashes is { } most ? $"at most {most}" : "any number";
        (string, string)[] facts = subject.Program is { } program
            ?
            [
                ("threads", VerdictText.Count(program.Threads.Count)),
                ("search", result.Scenario.File.Options.Strategy),
                ("final states", VerdictText.Count(counts.States)),
                ("executions", VerdictText.Count(counts.Runs)),
                ("steps", VerdictText.Count(counts.Steps)),
                ("expected", result.Scenario.File.Expect.ToString()),
            ]
            :
        [
            ("file system", subject.Profile),
            ("power cuts", crashes),
            ("search", result.Scenario.File.Options.Strategy),
            ("states", VerdictText.Count(counts.States)),
            ("runs", VerdictText.Count(counts.Runs)),
            ("crash states", VerdictText.Cuts(result.Verdict)),
            ("calls", VerdictText.Count(counts.Steps)),
            ("expected", result.Scenario.File.Expect.ToString()),
        ];
        page.Open("dl", ("class", "facts"));
        foreach ((string name, string value) in facts)
            page.Open("div").Leaf("dt", "", name).Leaf("dd", "", value).Close("div");
        page.Close("dl").Line();
    }
}
