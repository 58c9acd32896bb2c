using System.CommandLine;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary><c>twodoors minimize</c>.</summary>
internal sealed class MinimizeCommand : ExampleCommand
{
    private readonly TraceArguments trace = new();
    private readonly Option<string> output = new("--output", "-o")
    {
        Description = "Where the smaller trace goes.",
        HelpName = "FILE",
        Required = true,
    };

    /// <summary>Makes the command.</summary>
    public MinimizeCommand(Surroundings here)
        : base(
            "minimize",
            "Makes a trace smaller: fewest crashes, then switches, then steps, then lost changes.",
            "twodoors minimize long.json -o short.json",
            here)
    {
        trace.AddTo(this);
        Add(output);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments)
    {
        LoadedTrace loaded = trace.Load(Here, arguments);
        if (loaded.Trace.Violates is null)
            throw new ScenarioException(new(loaded.File, 0, 0), "breaks no claim; there is nothing to keep");
        loaded.Replay(Here.Engine);
        Minimized smaller = Here.Engine.Minimize(loaded.Subject, loaded.Trace);
        string file = arguments.GetValue(output)!;
        RealFiles.Write(Path.Combine(Here.Folder, file), file, TraceFile.Write(smaller.Trace) + "\n");
        Here.Out.WriteLine($"{file}: {Size(smaller.Trace)}; was {Size(loaded.Trace)}");
        Here.Out.WriteLine(VerdictText.Of(smaller.Minimality));
        return ExitCode.Expected;
    }

    private static string Size(Trace trace)
    {
        int crashes = trace.Entries.Count(entry => entry.Kind is TraceKind.HostCrash or TraceKind.ProcessCrash);
        int steps = trace.Entries.Count(entry => entry.Kind == TraceKind.Step);
        return $"{VerdictText.Plural(crashes, "crash", "crashes")}, {VerdictText.Plural(steps, "step", "steps")}, "
            + $"{trace.Entries.Sum(entry => entry.Lost.Count)} lost";
    }
}
