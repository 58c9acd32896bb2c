using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary>Explores scenarios side by side. Results are in the order of the scenarios, not of finishing.</summary>
internal static class Exploration
{
    /// <summary>Explores all.</summary>
    /// <param name="here">Engine and output.</param>
    /// <param name="scenarios">What to explore.</param>
    /// <param name="workers">Who explores.</param>
    /// <param name="quiet">True: no progress is shown.</param>
    public static IReadOnlyList<Explored> Run(
        Surroundings here,
        IReadOnlyList<Scenario> scenarios,
        Workers workers,
        bool quiet)
    {
        Explored[] results = new Explored[scenarios.Count];
        ScenarioProgress[] progress = [.. scenarios.Select(one => new ScenarioProgress(one.File.Name, here.Time))];
        Action[] jobs = [.. scenarios.Select((scenario, i) => (Action)(() =>
        {
            progress[i].Begin();
            results[i] = Explore(here.Engine, scenario, workers, progress[i]);
            progress[i].End();
        }))];
        new ProgressDisplay(here, quiet).Run(workers, jobs, progress);
        return results;
    }

    private static Explored Explore(
        Engine engine, Scenario scenario, Workers workers, ScenarioProgress progress)
    {
        ExploreOptions options = scenario.File.Options with { Control = new ExploreControl { Workers = workers } };
        Verdict verdict = engine.Explore(scenario.Subject, options, progress);
        ReplayResult[] replays =
            [.. verdict.Violations.Select(found => engine.Replay(scenario.Subject, found.Trace))];
        return new Explored(scenario, verdict, [.. replays.Select(replay => replay.Timeline)], progress.Elapsed)
        {
            Divergence = replays.Select(replay => replay.Divergence).FirstOrDefault(text => text is not null),
        };
    }
}
