namespace TwoDoors.Sim.Report.Html;

/// <summary>The scenarios of an exploration, a row each.</summary>
internal static class VerdictTable
{
    /// <summary>Writes it.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="results">What was explored.</param>
    /// <param name="idOf">Where the scenario with this place is on the page.</param>
    public static void Write(Markup page, IReadOnlyList<Explored> results, Func<int, string> idOf)
    {
        page.Trusted("<table>\n<thead><tr><th>scenario</th><th>verdict</th><th class=\"number\">states</th>")
            .Trusted("<th class=\"number\">runs</th><th class=\"number\">crash states</th><th>as expected</th>")
            .Trusted("</tr></thead>\n<tbody>\n");
        foreach ((int i, Explored result) in results.Index())
        {
            page.Open("tr", ("class", result.IsExpected ? "" : "unexpected"));
            page.Open("td").Open("a", ("href", $"#{idOf(i)}")).Text(result.Name).Close("a").Close("td");
            page.Open("td");
            ScenarioPart.WriteBadges(page, result.Verdict);
            page.Close("td");
            Number(page, "states", VerdictText.Count(result.Verdict.Counts.States));
            Number(page, "runs", VerdictText.Count(result.Verdict.Counts.Runs));
            Number(page, "crash states", VerdictText.Cuts(result.Verdict));
            page.Open("td", ("data-label", "as expected"), ("class", result.IsExpected ? "" : "unmet"))
                .Text(result.Judgement).Close("td");
            page.Close("tr").Line();
        }

        page.Trusted("</tbody>\n</table>\n");
    }

    private static void Number(Markup page, string label, string value) =>
        page.Open("td", ("class", "number"), ("data-label", label)).Text(value).Close("td");
}
