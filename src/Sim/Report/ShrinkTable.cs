using System.Globalization;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Report;

/// <summary>How much smaller failures got, as a Markdown table.</summary>
public static class ShrinkTable
{
    private static readonly IReadOnlyList<(string Name, Func<ScheduleSize, int> Of)> Measures =
    [
        ("steps", size => size.Steps),
        ("switches", size => size.Switches),
        ("preemptions", size => size.Preemptions),
        ("decisions", size => size.Decisions),
    ];

    /// <summary>The lines above the first row.</summary>
    public static IEnumerable<string> Head()
    {
        string names = string.Join(" | ", Measures.Select(measure => measure.Name));
        yield return $"| program | failures | {names} | replays, most | of them proof | 1-minimal |";
        yield return $"|---|---:|{string.Concat(Measures.Select(_ => "---:|"))}---:|---:|---:|";
    }

    /// <summary>A row: medians before and after.</summary>
    public static string Row(string name, IReadOnlyList<ShrinkTrial> trials) => trials.Count == 0
        ? $"| {name} | 0 | {string.Join(" | ", Measures.Select(_ => "-"))} | - | - | - |"
        : Row(name, trials, measure =>
            $"{Figure(Median(trials.Select(trial => (double)measure(trial.Found))))} → "
            + Figure(Median(trials.Select(trial => (double)measure(trial.Least)))));

    /// <summary>A row: medians of how much shorter each failure got, over those that had anything to lose.</summary>
    public static string Shorter(string name, IReadOnlyList<ShrinkTrial> trials) => Row(name, trials, measure =>
    {
        double[] parts = [.. trials.Where(trial => measure(trial.Found) > 0)
            .Select(trial => 100.0 * (measure(trial.Found) - measure(trial.Least)) / measure(trial.Found))];
        return parts.Length == 0 ? "-" : $"{Figure(Median(parts))} %";
    });

    private static string Row(
        string name, IReadOnlyList<ShrinkTrial> trials, Func<Func<ScheduleSize, int>, string> cell)
    {
        int most = trials.Select(trial => trial.Minimality.Replays).DefaultIfEmpty(0).Max();
        int proof = trials.Select(trial => trial.Minimality.ProofReplays).DefaultIfEmpty(0).Max();
        int minimal = trials.Count(trial => trial.Minimality.IsProved);
        string cells = string.Join(" | ", Measures.Select(measure => cell(measure.Of)));
        return $"| {name} | {trials.Count} | {cells} | {most} | {proof} | {minimal} |";
    }

    private static double Median(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Figure(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
