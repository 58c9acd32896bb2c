using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Explore.Threads;
using TwoDoors.Sim.Report;

namespace TwoDoors.Sim.Cli;

/// <summary>The parts of <c>twodoors check-engine</c> that sample programs of threads.</summary>
internal sealed class EngineMeasurements(Surroundings here)
{
    private const long OracleExecutions = 1_000_000;
    private const int Trials = 20;
    private const long TrialExecutions = 10_000;

    /// <summary>Holds strategies to exact chances, prints, and says whether all agree.</summary>
    public bool Oracles()
    {
        IReadOnlyList<Func<EngineCheckResult>> checks = OracleCheck.Jobs(OracleExecutions, seed: 1);
        EngineCheckResult[] results = new EngineCheckResult[checks.Count];
        Action[] jobs = [.. checks.Select((check, i) => (Action)(() => results[i] = check()))];
        new Workers(here.Processors).Run(jobs, TimeSpan.FromSeconds(1), () => { });
        TextTable table = new("check", "result", "compared");
        foreach (EngineCheckResult result in results)
            table.Add(result.Name, result.Passed ? "agrees" : "NO", result.Detail);
        table.Write(here);
        return results.All(result => result.Passed);
    }

    /// <summary>Prints schedules to the first failure, row by row.</summary>
    /// <param name="strategies">The columns.</param>
    public void Tables(IReadOnlyList<string> strategies)
    {
        foreach (string line in FirstFailureTable.Head(strategies))
            here.Out.WriteLine(line);
        foreach (PublishedRow row in FirstFailures.Rows)
        {
            List<ThreadTrials> cells = [];
            foreach (string strategy in strategies)
                cells.Add(FirstFailures.Measure(row, strategy, Trials, TrialExecutions, here.Processors));
            here.Out.WriteLine(FirstFailureTable.Row(row, cells));
        }
    }

    /// <summary>Prints how much smaller failures get, row by row.</summary>
    public void Shrinking()
    {
        Workers workers = new(here.Processors);
        List<ShrinkTrial>[] found = [.. ShrinkTrials.Strategies.Select(_ => new List<ShrinkTrial>())];
        foreach (string line in ShrinkTable.Head())
            here.Out.WriteLine(line);
        foreach (PublishedRow row in FirstFailures.Rows)
        {
            foreach ((int i, string strategy) in ShrinkTrials.Strategies.Index())
            {
                IReadOnlyList<ShrinkTrial> trials = ShrinkTrials.Measure(row, strategy, Trials, workers);
                found[i].AddRange(trials);
                here.Out.WriteLine(ShrinkTable.Row($"{row.Name}, {strategy}", trials));
            }
        }

        foreach ((int i, string strategy) in ShrinkTrials.Strategies.Index())
            here.Out.WriteLine(ShrinkTable.Shorter($"shorter by, median, {strategy}", found[i]));
        here.Out.WriteLine(ShrinkTable.Shorter("shorter by, median, all", [.. found.SelectMany(one => one)]));
    }
}
