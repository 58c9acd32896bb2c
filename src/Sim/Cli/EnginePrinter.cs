using System.Globalization;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Explore.Threads;
using TwoDoors.Sim.Report;

namespace TwoDoors.Sim.Cli;

/// <summary>Searches a program of threads, and prints what came of it.</summary>
internal sealed class EnginePrinter(Surroundings here)
{
    /// <summary>Searches and prints.</summary>
    public void Print(EngineRun run)
    {
        if (run.Trials is { } trials)
            PrintTrials(run, trials);
        else
            PrintSearch(run);
    }

    private void PrintTrials(EngineRun run, int trials)
    {
        long start = here.Time.GetTimestamp();
        ThreadTrials result = ThreadTrials.Run(run.Program, run.Options, trials, run.Options.Workers);
        TimeSpan elapsed = here.Time.GetElapsedTime(start);
        if (run.Json)
        {
            here.Out.WriteLine(JsonEngine.Of(run.Program, run.Options, result, elapsed));
            return;
        }

        string mean = result.Executions.Count == 0 ? "-" : $"{Figure(result.Mean)} +- {Figure(result.Deviation)}";
        here.Out.WriteLine($"{run.Program.Name}, {run.Options.Strategy}: {mean} schedules to the first failure, "
            + $"found in {result.Executions.Count}/{result.Trials} (cap {run.Options.Executions}, "
            + $"seed {run.Options.Seed}), {Seconds(elapsed)}");
    }

    private void PrintSearch(EngineRun run)
    {
        long start = here.Time.GetTimestamp();
        ThreadVerdict verdict = ThreadSearches.Run(run.Program, run.Options);
        TimeSpan elapsed = here.Time.GetElapsedTime(start);
        ThreadShrink shrink = new(run.Program);
        IReadOnlyList<int> schedule = verdict.First is { } first ? shrink.Shrink(first.Schedule) : [];
        Timeline? timeline = verdict.First is null ? null : ThreadReplay.TimelineOf(run.Program, schedule);
        if (run.TraceFile is { } file && timeline is not null)
            RealFiles.Write(Path.Combine(here.Folder, file), file, TraceFile.Write(Of(run.Program, timeline)) + "\n");
        if (run.Json)
        {
            here.Out.WriteLine(JsonEngine.Of(
                run.Program, run.Options, verdict, timeline, shrink.Minimality, elapsed));
            return;
        }

        if (run.Count)
            PrintCounts(run, verdict, elapsed);
        here.Out.WriteLine($"{run.Program.Name}, {run.Options.Strategy}: {Outcome(verdict)}");
        if (timeline is null)
            return;
        here.Out.WriteLine($"  found:  {Size(run.Program, verdict.First!.Schedule)}");
        here.Out.WriteLine($"  shrunk: {Size(run.Program, schedule)}; {VerdictText.Of(shrink.Minimality)}");
        foreach (string line in TimelineText.Lines(timeline))
            here.Out.WriteLine($"  {line}");
    }

    private void PrintCounts(EngineRun run, ThreadVerdict verdict, TimeSpan elapsed)
    {
        long executions = verdict.Traces + verdict.Blocked;
        double rate = executions / Math.Max(elapsed.TotalSeconds, 1e-6);
        here.Out.WriteLine($"program       {run.Program.Name}, {run.Program.Threads.Count} threads");
        if (verdict.States > 0)
        {
            double states = verdict.States / Math.Max(elapsed.TotalSeconds, 1e-6);
            here.Out.WriteLine(
                $"states        {VerdictText.Count(verdict.States)}, {VerdictText.Short(states)} states/s");
        }

        here.Out.WriteLine($"traces        {VerdictText.Count(verdict.Traces)}");
        here.Out.WriteLine($"failed        {VerdictText.Count(verdict.FailedTraces)}");
        here.Out.WriteLine($"blocked       {VerdictText.Count(verdict.Blocked)}");
        here.Out.WriteLine($"executions    {VerdictText.Count(executions)}");
        here.Out.WriteLine($"steps         {VerdictText.Count(verdict.Steps)}");
        here.Out.WriteLine($"final states  {VerdictText.Count(verdict.FinalStateCount)}");
        here.Out.WriteLine($"time          {Seconds(elapsed)}, {VerdictText.Short(rate)} executions/s");
    }

    private static string Outcome(ThreadVerdict verdict) => verdict switch
    {
        { First: { } first } => $"fails in execution {VerdictText.Count(first.Execution)}: {first.Says}",
        { Complete: true } => "no failure, and nothing is left to be tried",
        { IsCutOff: true } => "no failure found; an execution got too long: stateful ends where threads go round",
        _ => "no failure found; the search did not end, nothing is proven",
    };

    private static string Size(ThreadProgram program, IReadOnlyList<int> schedule)
    {
        ScheduleSize size = ScheduleSize.Of(program, schedule);
        return $"{VerdictText.Plural(size.Steps, "step", "steps")}, "
            + $"{VerdictText.Plural(size.Switches, "switch", "switches")}, "
            + $"{VerdictText.Plural(size.Preemptions, "preemption", "preemptions")}, "
            + VerdictText.Plural(size.Decisions, "decision", "decisions");
    }

    private static Trace Of(ThreadProgram program, Timeline timeline) =>
        ThreadReplay.TraceOf(ProgramWriter.ScenarioName(program.Name), [], timeline);

    private static string Figure(double number) =>
        number.ToString(number < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan elapsed) =>
        $"{elapsed.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)} s";
}
