using System.Net;
using System.Text;

namespace TwoDoors.Sim.Report;

/// <summary>An exploration in short, as Markdown: what is not as expected first, the rest folded away.</summary>
public static class MarkdownSummary
{
    /// <summary>The text.</summary>
    public static string Of(IReadOnlyList<Explored> results)
    {
        StringBuilder text = new();
        Explored[] unexpected = [.. results.Where(result => !result.IsExpected)];
        string scenarios = VerdictText.Plural(results.Count, "scenario", "scenarios");
        text.Append(unexpected.Length == 0
            ? $"## twodoors: {scenarios}, all as expected\n\n"
            : $"## twodoors: {scenarios}, {unexpected.Length} not as expected\n\n");
        if (unexpected.Length > 0)
            AppendTable(text, unexpected);
        foreach (Alert alert in unexpected.SelectMany(Alert.Of))
            AppendAlert(text, alert);
        text.Append("<details><summary>All verdicts</summary>\n\n");
        AppendTable(text, results);
        return text.Append("</details>").ToString();
    }

    private static void AppendTable(StringBuilder text, IReadOnlyList<Explored> results)
    {
        text.Append("| scenario | verdict | states | runs | crash states | as expected |\n");
        text.Append("|---|---|---:|---:|---:|---|\n");
        foreach (Explored result in results)
        {
            text.Append($"| {Cell(result.Name)} | {Cell(VerdictText.Of(result.Verdict))} ");
            text.Append($"| {VerdictText.Count(result.Verdict.Counts.States)} ");
            text.Append($"| {VerdictText.Count(result.Verdict.Counts.Runs)} ");
            text.Append($"| {VerdictText.Cuts(result.Verdict)} | {Cell(result.Judgement)} |\n");
        }

        text.Append('\n');
    }

    private static void AppendAlert(StringBuilder text, Alert alert)
    {
        text.Append($"### {Cell(alert.Title)}\n\n`{alert.At.ToString().Replace('`', '\'')}`: ");
        text.Append($"{Cell(alert.Text)}\n\n");
        if (alert.Timeline is null)
            return;
        text.Append("<details><summary>The smallest witness</summary>\n\n```text\n");
        foreach (string line in TimelineText.Lines(alert.Timeline))
            text.Append($"{line.Replace("```", "'''", StringComparison.Ordinal)}\n");
        text.Append("```\n\n</details>\n\n");
    }

    private static string Cell(string text) => WebUtility.HtmlEncode(text)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("\n", " ", StringComparison.Ordinal);
}
