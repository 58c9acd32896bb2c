using System.Net;
using System.Text;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report;

/// <summary>Verdicts as one page that needs nothing else.</summary>
public static class HtmlVerdicts
{
    private const string Style =
        """
        body { font: 15px/1.4 sans-serif; margin: 2em auto; max-width: 75em; padding: 0 1em; color: #222 }
        table { border-collapse: collapse }
        td, th { padding: .3em .8em; border-bottom: 1px solid #ddd; text-align: left }
        td.number { text-align: right } .holds { color: #070 } .violates { color: #b00 } .not { color: #960 }
        .unexpected { background: #fee } pre { background: #f6f6f6; padding: 1em; overflow-x: auto }
        """;

    /// <summary>The page of an exploration.</summary>
    public static string Of(IReadOnlyList<Explored> results)
    {
        StringBuilder page = Begin("twodoors: verdicts");
        int unexpected = results.Count(result => !result.IsExpected);
        string scenarios = VerdictText.Plural(results.Count, "scenario", "scenarios");
        page.Append($"<p>{scenarios}, {unexpected} not as expected.</p>\n");
        page.Append("<table>\n<tr><th>scenario<th>verdict<th>states<th>cuts<th>as expected</tr>\n");
        foreach (Explored result in results)
            AppendRow(page, result);
        page.Append("</table>\n");
        foreach (Explored result in results)
            AppendWitnesses(page, result);
        return End(page);
    }

    /// <summary>The page of one execution.</summary>
    public static string Of(string scenario, Timeline timeline, int fromStep)
    {
        StringBuilder page = Begin($"twodoors: {scenario}");
        AppendTimeline(page, TimelineText.Lines(timeline, fromStep));
        return End(page);
    }

    private static StringBuilder Begin(string title) => new StringBuilder()
        .Append($"<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>{Escaped(title)}</title>\n")
        .Append($"<style>\n{Style}\n</style>\n<h1>{Escaped(title)}</h1>\n");

    private static string End(StringBuilder page) => page.Append("</html>").ToString();

    private static void AppendRow(StringBuilder page, Explored result)
    {
        string verdict = VerdictText.Of(result.Verdict);
        string name = Escaped(result.Name);
        string title = result.Verdict.Violations.Count > 0 ? $"<a href=\"#{name}\">{name}</a>" : name;
        page.Append($"<tr{(result.IsExpected ? "" : " class=\"unexpected\"")}>")
            .Append($"<td>{title}<br>{Escaped(result.Scenario.File.Claim)}")
            .Append($"<td class=\"{verdict.Split(' ', ',')[0]}\">{Escaped(verdict)}")
            .Append($"<td class=\"number\">{VerdictText.Count(result.Verdict.Counts.States)}")
            .Append($"<td class=\"number\">{Escaped(VerdictText.Cuts(result.Verdict))}")
            .Append($"<td>{Escaped(result.Judgement)}</tr>\n");
    }

    private static void AppendWitnesses(StringBuilder page, Explored result)
    {
        if (result.Verdict.Violations.Count > 0)
            page.Append($"<h2 id=\"{Escaped(result.Name)}\">{Escaped(result.Name)}</h2>\n");
        for (int i = 0; i < result.Verdict.Violations.Count; i++)
        {
            Violation found = result.Verdict.Violations[i];
            page.Append($"<h3>{Escaped(found.Property)}: {Escaped(found.Says)}</h3>\n");
            page.Append($"<p>{Escaped(VerdictText.Size(found))}</p>\n");
            AppendTimeline(page, TimelineText.Lines(result.Timelines[i]));
        }
    }

    private static void AppendTimeline(StringBuilder page, IReadOnlyList<string> lines) =>
        page.Append($"<pre>{Escaped(string.Join('\n', lines))}</pre>\n");

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
