using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;

namespace TwoDoors.Sim.Cli;

/// <summary>Prints the table of verdicts, and the witnesses that need a look.</summary>
/// <param name="here">Where to.</param>
/// <param name="verbose">True: every witness, not only those of unexpected verdicts and of a single scenario.</param>
internal sealed class VerdictPrinter(Surroundings here, bool verbose)
{
    /// <summary>Prints.</summary>
    public void Print(IReadOnlyList<Explored> results)
    {
        foreach (Explored result in results)
        {
            if (verbose || results.Count == 1 || !result.IsExpected)
                PrintWitnesses(result);
        }

        if (results.Count > 0)
            PrintTable(results);
        foreach (Explored result in results.Where(result => result.Divergence is not null))
        {
            here.Out.WriteLine(
                $"{result.Name}: a witness does not replay, the world is not deterministic: {result.Divergence}");
        }

        foreach (Explored result in results.Where(result => result.IsUndecided))
            here.Out.WriteLine($"{result.Name}: {Why(result)}; nothing is proven");
    }

    private void PrintTable(IReadOnlyList<Explored> results)
    {
        TextTable table = new("scenario", "verdict", "witness", "#states", "#runs", "#cuts", "expected");
        foreach (Explored result in results)
        {
            string states = VerdictText.Count(result.Verdict.Counts.States);
            string runs = VerdictText.Count(result.Verdict.Counts.Runs);
            string cuts = VerdictText.Cuts(result.Verdict);
            if (result.Verdict.Violations.Count == 0)
                table.Add(result.Name, VerdictText.Of(result.Verdict), "", states, runs, cuts, result.Judgement);
            for (int i = 0; i < result.Verdict.Violations.Count; i++)
            {
                Violation found = result.Verdict.Violations[i];
                string[] row = i == 0 ? [result.Name, states, runs, cuts, result.Judgement] : ["", "", "", "", ""];
                table.Add([row[0], $"violates {found.Property}", VerdictText.Size(found), .. row[1..]]);
            }
        }

        table.Write(here);
    }

    private void PrintWitnesses(Explored result)
    {
        for (int i = 0; i < result.Verdict.Violations.Count; i++)
        {
            Violation found = result.Verdict.Violations[i];
            here.Out.WriteLine($"{result.Name} violates {found.Property}: {found.Says}");
            if (TraceFile.IsWorthAFile(found))
                PrintTimeline(found, result.Timelines[i]);
            here.Out.WriteLine();
        }
    }

    private void PrintTimeline(Violation found, Timeline timeline)
    {
        here.Out.WriteLine($"  the smallest witness: {VerdictText.SizeAndProof(found)}");
        foreach (string line in TimelineText.Lines(timeline))
            here.Out.WriteLine($"  {line}");
    }

    private static string Why(Explored result)
    {
        if (result.Verdict.Executions is { } executions)
        {
            double rate = executions / Math.Max(0.001, result.Elapsed.TotalSeconds);
            return $"{VerdictText.Count(executions)} executions sampled with seed {result.Verdict.Seed}, "
                + $"{VerdictText.Count((long)rate)} a second";
        }

        return result.Verdict.Capped ? "a cap was hit (explore.cuts-per-point)" : "the budget ended first";
    }
}
