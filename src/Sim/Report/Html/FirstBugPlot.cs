using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report.Html;

/// <summary>How many runs it took until each claim was seen broken: a row for each, on a logarithmic axis.</summary>
internal static class FirstBugPlot
{
    private const int Width = 360;
    private const int Left = 12;
    private const int Right = 348;
    private const int RowHeight = 32;

    // As many letters of the page's type as fit; the end of a name tells more than its beginning.
    private const int LettersMax = 49;
    private const int Top = 22;

    /// <summary>Writes it; nothing where fewer than two claims broke.</summary>
    public static void Write(Markup page, IReadOnlyList<Explored> results)
    {
        List<(string Name, FirstBroken First)> rows =
        [
            .. results.SelectMany(result => result.Verdict.Progression.Firsts.Select(first => (result.Name, first)))
                .OrderBy(row => row.first.Runs),
        ];
        if (rows.Count < 2)
            return;
        int decades = Math.Max(1, (int)Math.Ceiling(Math.Log10(Math.Max(2, rows.Max(row => row.First.Runs)))));
        int bottom = Top + (rows.Count * RowHeight);
        page.Open("details", ("class", "scenario")).Open("summary").Leaf("h2", "", "Runs to the first violation")
            .Leaf("span", "size", $"{rows.Count} claims, the median after {Median(rows)}").Close("summary");
        page.Open("div", ("class", "inside")).Line();
        page.Open(
            "svg",
            ("class", "tall"),
            ("viewBox", $"0 0 {Width} {bottom + 8}"),
            ("role", "img"),
            ("aria-label", "runs until each claim broke first"));
        for (int decade = 0; decade <= decades; decade++)
        {
            double x = X(Math.Pow(10, decade), decades);
            LinePlot.Line(page, "grid", x, Top - 4, x, bottom);
            string anchor = decade == 0 ? "start" : decade == decades ? "end" : "middle";
            LinePlot.Label(page, x, Top - 9, anchor, VerdictText.Short(Math.Pow(10, decade)));
        }

        foreach ((int i, (string name, FirstBroken first)) in rows.Index())
            WriteRow(page, Top + (i * RowHeight), X(first.Runs, decades), $"{name} {first.Property}", first.Runs);
        page.Close("svg").Close("div").Close("details").Line();
    }

    private static void WriteRow(Markup page, int top, double x, string words, long runs)
    {
        page.Open("g").Leaf("title", "", words);
        string shown = words.Length <= LettersMax ? words : $"…{words[^LettersMax..]}";
        LinePlot.Label(page, Left, top + 13, "start", shown);
        page.Close("g");
        double y = top + 22;
        LinePlot.Line(page, "axis", Left, y, x, y);
        page.Open("circle", ("class", "dot"), ("cx", LinePlot.Num(x)), ("cy", LinePlot.Num(y)), ("r", "4"))
            .Close("circle");
        bool leftwards = x > Right - 50;
        LinePlot.Label(page, leftwards ? x - 8 : x + 8, y + 4, leftwards ? "end" : "start", VerdictText.Count(runs));
        page.Line();
    }

    private static double X(double runs, int decades) =>
        Left + ((Right - Left) * Math.Log10(Math.Max(1, runs)) / decades);

    private static string Median(List<(string Name, FirstBroken First)> rows) =>
        VerdictText.Plural(rows[rows.Count / 2].First.Runs, "run", "runs");
}
