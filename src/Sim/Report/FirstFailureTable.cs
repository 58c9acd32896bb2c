using System.Globalization;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Report;

/// <summary>Schedules to the first failure as a Markdown table.</summary>
public static class FirstFailureTable
{
    /// <summary>The lines above the first row.</summary>
    public static IEnumerable<string> Head(IReadOnlyList<string> strategies)
    {
        yield return $"| program | surw published | {string.Join(" | ", strategies)} |";
        yield return $"|---|---:|{string.Concat(strategies.Select(_ => "---:|"))}";
    }

    /// <summary>A row.</summary>
    public static string Row(PublishedRow row, IReadOnlyList<ThreadTrials> cells) =>
        $"| {row.Name} | {Figure(row.Published)} | {string.Join(" | ", cells.Select(Cell))} |";

    /// <summary>Mean and standard deviation; a star where not every trial found one, - where none did.</summary>
    private static string Cell(ThreadTrials trials)
    {
        if (trials.Executions.Count == 0)
            return "-";
        string star = trials.Executions.Count < trials.Trials ? "*" : "";
        return $"{Figure(trials.Mean)}±{Figure(trials.Deviation)}{star}";
    }

    private static string Figure(double number) =>
        number.ToString(number < 10 ? "0.#" : "0", CultureInfo.InvariantCulture);
}
