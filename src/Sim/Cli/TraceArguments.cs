using System.CommandLine;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary>The argument and the options that name a trace file and its scenario.</summary>
internal sealed class TraceArguments
{
    private readonly Argument<string> trace = new("TRACE") { Description = "A trace file of explore --trace-dir." };

    private readonly Option<string?> scenario = new("--scenario")
    {
        Description = "The scenario's file, where it is not below scenarios/.",
        HelpName = "FILE",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(trace);
        command.Add(scenario);
    }

    /// <summary>Reads the trace and builds its scenario with the settings of the trace.</summary>
    /// <exception cref="ScenarioException">One of them is wrong.</exception>
    public LoadedTrace Load(Surroundings here, ParseResult arguments)
    {
        string file = arguments.GetValue(trace)!;
        PlacedTrace read = TraceFile.Read(file, RealFiles.Read(Path.Combine(here.Folder, file), file));
        Setting[] settings =
        [
            .. read.Trace.Settings.Select(pair => new Setting(
                $"{file}: the setting {pair.Key}={pair.Value}", pair.Key, pair.Value)),
        ];
        Scenario built = arguments.GetValue(scenario) is { } path
            ? ScenarioSet.LoadFile(here, path, settings)
            : ScenarioSet.Named(here, read.Trace.Scenario, read.ScenarioAt, settings);
        return built.File.Name == read.Trace.Scenario
            ? new LoadedTrace(file, read.Trace, built.Subject)
            : throw new ScenarioException(
                read.ScenarioAt, $"the trace is of '{read.Trace.Scenario}', {built.File.File} is '{built.File.Name}'");
    }
}

/// <summary>A trace that can be replayed.</summary>
/// <param name="File">Its path as the user gave it.</param>
/// <param name="Trace">The trace.</param>
/// <param name="Subject">What it is a trace of.</param>
internal sealed record LoadedTrace(string File, Trace Trace, Subject Subject)
{
    /// <summary>Repeats it by its labels.</summary>
    /// <exception cref="ScenarioException">The world departs from the trace, or the claim does not break.</exception>
    public Timeline Replay(Engine engine)
    {
        ReplayResult result = engine.Replay(Subject, Trace);
        string hint = result.Divergence is not null && TapeLeadsThere(engine)
            ? $"; its tape still breaks '{Trace.Violates}', see --tape"
            : "";
        return Checked(result, hint);
    }

    /// <summary>Repeats it by its tape.</summary>
    /// <param name="engine">What repeats.</param>
    /// <param name="renamed">The first entry that has other labels in the trace, or null.</param>
    /// <exception cref="ScenarioException">There is no tape, the world departs from it, or the claim does not
    /// break.</exception>
    public Timeline ReplayTape(Engine engine, out string? renamed)
    {
        if (Trace.Tape is null)
            throw Wrong("has no tape; without --tape it repeats by its labels");
        ReplayResult result = engine.ReplayTape(Subject, Trace);
        renamed = result.Renamed;
        return Checked(result, renamed is null ? "" : $"; {renamed}");
    }

    private bool TapeLeadsThere(Engine engine) =>
        Trace.Tape is not null && Trace.Violates is not null
        && engine.ReplayTape(Subject, Trace) is { Divergence: null } result
        && result.Timeline.Violates == Trace.Violates;

    private Timeline Checked(ReplayResult result, string hint)
    {
        if (result.Divergence is { } divergence)
            throw Wrong($"{divergence}; the trace was changed, or the scenario or its protocol was since{hint}");
        return result.Timeline.Violates == Trace.Violates
            ? result.Timeline
            : throw Wrong($"expected '{Trace.Violates ?? "no claim"}' to break at the end, found "
                + $"'{result.Timeline.Violates ?? "no claim"}'; the scenario or its protocol changed{hint}");
    }

    private ScenarioException Wrong(string mistake) => new(new(File, 0, 0), mistake);
}
