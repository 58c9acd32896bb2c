using System.Globalization;
using Spectre.Console;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;

namespace TwoDoors.Sim.Cli;

/// <summary>Shows how far the scenarios are while <see cref="Workers"/> explore them.</summary>
/// <param name="here">Where to show it.</param>
/// <param name="quiet">True: nothing is shown.</param>
internal sealed class ProgressDisplay(Surroundings here, bool quiet)
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(1);

    /// <summary>Does the jobs and shows how far they are until all are done.</summary>
    /// <param name="workers">Who does them.</param>
    /// <param name="jobs">What is to be done.</param>
    /// <param name="progress">Of each job.</param>
    /// <param name="beat">Called meanwhile, on this thread, at least every second.</param>
    public void Run(
        Workers workers, IReadOnlyList<Action> jobs, IReadOnlyList<ScenarioProgress> progress, Action? beat = null)
    {
        beat ??= () => { };
        if (quiet)
            workers.Run(jobs, LineEvery, beat);
        else if (here.IsTerminal)
            RunLive(workers, jobs, progress, beat);
        else
            RunLines(workers, jobs, progress, beat);
    }

    private void RunLive(
        Workers workers, IReadOnlyList<Action> jobs, IReadOnlyList<ScenarioProgress> progress, Action beat) =>
        Terminal.On(here)
            .Live(Picture(progress))
            .AutoClear(true)
            .Start(live => workers.Run(jobs, Frame, () =>
            {
                beat();
                live.UpdateTarget(Picture(progress));
            }));

    private void RunLines(
        Workers workers, IReadOnlyList<Action> jobs, IReadOnlyList<ScenarioProgress> progress, Action beat)
    {
        long printed = here.Time.GetTimestamp();
        workers.Run(jobs, Frame, () =>
        {
            beat();
            if (here.Time.GetElapsedTime(printed) < LineEvery)
                return;
            printed = here.Time.GetTimestamp();
            foreach (ScenarioProgress scenario in progress)
            {
                if (scenario.IsRunning && scenario.Elapsed >= LineEvery)
                    here.Error.WriteLine(Line(scenario));
            }
        });
    }

    private static string Line(ScenarioProgress scenario)
    {
        Counts counts = scenario.Counts;
        return $"{scenario.Name}: {VerdictText.Count(counts.States)} states, {VerdictText.Count(counts.Runs)} runs, "
            + $"{VerdictText.Count(counts.Cuts)} cuts ({VerdictText.Short(scenario.Rate)}/s), "
            + $"{VerdictText.Count(scenario.Waiting)} waiting, {Seconds(scenario.Elapsed)}{Explored(scenario)}";
    }

    private static string Explored(ScenarioProgress scenario) => scenario.Left is { } left
        ? $", about {Percent(scenario.Part)} explored, {Whole(left)} left"
        : "";

    private static string Percent(double part) =>
        (100 * part).ToString(part < 0.1 ? "0.#" : "0", CultureInfo.InvariantCulture) + " %";

    private static string Whole(TimeSpan time) => time switch
    {
        { TotalDays: >= 2 } => time.TotalDays.ToString("0", CultureInfo.InvariantCulture) + " days",
        { TotalHours: >= 2 } => time.TotalHours.ToString("0", CultureInfo.InvariantCulture) + " h",
        { TotalMinutes: >= 2 } => time.TotalMinutes.ToString("0", CultureInfo.InvariantCulture) + " min",
        _ => time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture) + " s",
    };

    private static Table Picture(IReadOnlyList<ScenarioProgress> progress)
    {
        TextTable table = new(
            "scenario", "#states", "#runs", "#cuts", "#cuts/s", "#waiting", "#elapsed", "#explored", "#left");
        foreach (ScenarioProgress scenario in progress.Where(scenario => scenario.IsRunning))
        {
            Counts counts = scenario.Counts;
            table.Add(
                scenario.Name,
                VerdictText.Count(counts.States),
                VerdictText.Count(counts.Runs),
                VerdictText.Count(counts.Cuts),
                VerdictText.Short(scenario.Rate),
                VerdictText.Count(scenario.Waiting),
                Seconds(scenario.Elapsed),
                scenario.Left is null ? "" : Percent(scenario.Part),
                scenario.Left is { } left ? Whole(left) : "");
        }

        int done = progress.Count(scenario => scenario.IsDone);
        return table.Boxed().Caption($"{done} of {progress.Count} scenarios done");
    }

    private static string Seconds(TimeSpan time) =>
        time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
