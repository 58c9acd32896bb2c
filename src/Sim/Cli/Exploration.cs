using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary>Explores scenarios side by side. Results are in the order of the scenarios, not of finishing.</summary>
/// <param name="here">Engine and output.</param>
/// <param name="shard">Which part of each is explored.</param>
/// <param name="workers">Who explores.</param>
/// <param name="quiet">True: no progress is shown.</param>
internal sealed class Exploration(Surroundings here, Shard shard, Workers workers, bool quiet)
{
    /// <summary>Where it is written down how far it is; null for nowhere.</summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>Explores all.</summary>
    public IReadOnlyList<Explored> Run(IReadOnlyList<Scenario> scenarios)
    {
        Explored[] results = new Explored[scenarios.Count];
        ScenarioProgress[] progress = [.. scenarios.Select(one => new ScenarioProgress(one.File.Name, here.Time))];
        Action[] jobs = [.. scenarios.Select((scenario, i) => (Action)(() =>
        {
            progress[i].Begin();
            results[i] = Explore(scenario, progress[i], i);
            progress[i].End();
        }))];
        new ProgressDisplay(here, quiet).Run(workers, jobs, progress, () => Checkpoint?.Beat());
        Checkpoint?.Write();
        return results;
    }

    /// <summary>A verdict with what its witnesses show when they are repeated.</summary>
    public static Explored Replayed(Engine engine, Scenario scenario, Verdict verdict, TimeSpan elapsed)
    {
        ReplayResult[] replays =
            [.. verdict.Violations.Select(found => engine.Replay(scenario.Subject, found.Trace))];
        return new Explored(scenario, verdict, [.. replays.Select(replay => replay.Timeline)], elapsed)
        {
            Divergence = verdict.Violations.Zip(replays, Difference).FirstOrDefault(text => text is not null),
        };
    }

    /// <summary>Null where a witness shows what it is a witness of.</summary>
    private static string? Difference(Violation found, ReplayResult replay) =>
        replay.Divergence is not null || !TraceFile.IsWorthAFile(found) || replay.Timeline.Violates == found.Property
            ? replay.Divergence
            : $"the witness of {found.Property} breaks {replay.Timeline.Violates ?? "no claim"} when it is repeated";

    private Explored Explore(Scenario scenario, ScenarioProgress progress, int number)
    {
        ExploreControl control = new() { Workers = workers };
        ExploreOptions options = scenario.File.Options with
        {
            Shard = shard,
            Control = Checkpoint?.Control(number, control) ?? control,
        };
        Verdict verdict = here.Engine.Explore(scenario.Subject, options, progress);
        return Replayed(here.Engine, scenario, verdict, progress.Elapsed);
    }
}
