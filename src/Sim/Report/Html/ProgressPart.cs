using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report.Html;

/// <summary>How an exploration went: states over runs, coverage over runs, and when each claim broke first.</summary>
internal static class ProgressPart
{
    /// <summary>Writes it; nothing where too little was recorded for a line.</summary>
    public static void Write(Markup page, Progression progression)
    {
        IReadOnlyList<Sample> samples = progression.Samples;
        if (samples.Count < 3)
        {
            WriteFirsts(page, progression.Firsts);
            return;
        }

        bool isExhaustive = samples[^1].Expanded > 0;
        double[] marks = [.. progression.Firsts.Select(first => (double)first.Runs)];
        WriteFirsts(page, progression.Firsts);
        page.Open("div", ("class", "plots")).Line();
        WriteStates(page, samples, isExhaustive, marks);
        if (isExhaustive)
            WriteExpanded(page, samples, marks);
        else
            WriteNews(page, samples, marks);
        page.Close("div").Line();
    }

    private static void WriteFirsts(Markup page, IReadOnlyList<FirstBroken> firsts)
    {
        if (firsts.Count == 0)
            return;
        IEnumerable<string> words = firsts.Select(first => $"{first.Property} in run {VerdictText.Count(first.Runs)}");
        page.Open("p", ("class", "firsts")).Trusted("<span class=\"key first\"></span>First seen broken: ")
            .Text($"{string.Join(", ", words)}.").Close("p").Line();
    }

    private static void WriteStates(Markup page, IReadOnlyList<Sample> samples, bool isExhaustive, double[] marks)
    {
        Sample end = samples[^1];
        List<Curve> curves = [new("one", [(0, 0), .. samples.Select(sample => Point(sample, sample.States))])];
        if (isExhaustive)
            curves.Add(new("two", [(0, 0), .. samples.Select(sample => Point(sample, sample.Expanded))]));
        string says = $"{VerdictText.Count(end.States)} states after a crash in {VerdictText.Count(end.Runs)} runs";
        page.Open("figure", ("class", "plot"));
        LinePlot.Write(page, says, "runs", curves, null, "", marks);
        page.Open("figcaption").Leaf("b", "", "States").Trusted("<span class=\"key\"></span>found");
        if (isExhaustive)
            page.Trusted("<span class=\"key two\"></span>explored from");
        page.Text($". {says}.").Close("figcaption").Close("figure").Line();
    }

    private static void WriteExpanded(Markup page, IReadOnlyList<Sample> samples, double[] marks)
    {
        Sample end = samples[^1];
        Curve part = new("two", [.. samples.Select(sample => Point(sample, Part(sample.Expanded, sample.States)))]);
        string says = $"{LinePlot.Num(Part(end.Expanded, end.States))} % of the states found were explored from";
        page.Open("figure", ("class", "plot"));
        LinePlot.Write(page, says, "runs", [part], 100, " %", marks);
        page.Open("figcaption").Leaf("b", "", "Coverage").Text($": {says}.").Close("figcaption").Close("figure").Line();
    }

    private static void WriteNews(Markup page, IReadOnlyList<Sample> samples, double[] marks)
    {
        List<(double, double)> news = [];
        Sample before = default;
        foreach (Sample sample in samples.Where(sample => sample.Runs > 0))
        {
            if (sample.Runs > before.Runs)
                news.Add((sample.Runs, Math.Min(100, Part(sample.States - before.States, sample.Runs - before.Runs))));
            before = sample;
        }

        string says = $"of the last runs, {LinePlot.Num(news[^1].Item2)} in 100 met a new state";
        page.Open("figure", ("class", "plot"));
        LinePlot.Write(page, says, "runs", [new("one", news)], 100, "", marks);
        page.Open("figcaption").Leaf("b", "", "Coverage").Text($": new states in 100 runs; {says}.").Close("figcaption")
            .Close("figure").Line();
    }

    private static (double X, double Y) Point(Sample sample, double y) => (sample.Runs, y);

    private static double Part(long some, long all) => 100.0 * some / Math.Max(1, all);
}
