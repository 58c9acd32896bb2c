using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report.Html;

namespace TwoDoors.Sim.Report;

/// <summary>Verdicts as one page that needs nothing else: no network, no script, no other file.</summary>
public static class HtmlVerdicts
{
    private const string HelpButton = "<button type=\"button\" data-help hidden aria-label=\"keys\">? keys</button>";

    /// <summary>The page of an exploration.</summary>
    public static string Of(IReadOnlyList<Explored> results)
    {
        string scenarios = VerdictText.Plural(results.Count, "scenario", "scenarios");
        int unexpected = results.Count(result => !result.IsExpected);
        string head = results.Count == 1 ? results[0].Name
            : unexpected == 0 ? $"{scenarios}, all as expected"
            : $"{scenarios}, {unexpected} not as expected";
        return Frame.Around($"twodoors: {head}", page =>
        {
            page.Open("header").Leaf("span", "brand", "twodoors explore").Trusted(HelpButton).Leaf("h1", "", head)
                .Close("header").Line().Open("main").Line();
            if (results.Count > 1)
                WriteOverview(page, results);
            foreach ((int i, Explored result) in results.Index())
                ScenarioPart.Write(page, result, IdOf(i), results.Count == 1 || !result.IsExpected);
            page.Close("main").Line();
        });
    }

    /// <summary>The page of one execution.</summary>
    /// <param name="scenario">The scenario's name.</param>
    /// <param name="timeline">The execution.</param>
    /// <param name="fromStep">Leaves out what was before this step.</param>
    /// <param name="file">The trace file, for the command that repeats it.</param>
    public static string Of(string scenario, Timeline timeline, int fromStep, string file) =>
        Frame.Around($"twodoors: {scenario}", page =>
        {
            page.Open("header").Leaf("span", "brand", "twodoors replay").Trusted(HelpButton).Leaf("h1", "", scenario)
                .Close("header").Line().Open("main").Line();
            WitnessPart.Write(page, timeline, "s1-1", "", [Commands.Replay(file)], fromStep);
            page.Close("main").Line();
        });

    private static void WriteOverview(Markup page, IReadOnlyList<Explored> results)
    {
        int asExpected = results.Count(result => result.IsExpected);
        int undecided = results.Count(result => result.IsUndecided);
        page.Open("section", ("class", "tiles"), ("aria-label", "in short"));
        int wrong = results.Count - asExpected - undecided;
        Tile(page, "", results.Count, "scenarios");
        Tile(page, "good", asExpected, "as expected");
        Tile(page, wrong > 0 ? "bad" : "", wrong, "not as expected");
        Tile(page, undecided > 0 ? "mind" : "", undecided, "undecided");
        Tile(page, "", results.Sum(result => result.Verdict.Violations.Count), "claims broken");
        page.Close("section").Line().Open("section").Line();
        VerdictTable.Write(page, results, IdOf);
        page.Close("section").Line();
        FirstBugPlot.Write(page, results);
    }

    private static void Tile(Markup page, string style, int number, string words) =>
        page.Open("div", ("class", $"tile {style}")).Leaf("b", "", VerdictText.Count(number)).Leaf("span", "", words)
            .Close("div");

    private static string IdOf(int index) => $"s{index + 1}";
}
