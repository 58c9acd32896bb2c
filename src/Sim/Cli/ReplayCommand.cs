using System.CommandLine;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;

namespace TwoDoors.Sim.Cli;

/// <summary><c>twodoors replay</c>.</summary>
internal sealed class ReplayCommand : ExampleCommand
{
    private readonly TraceArguments trace = new();
    private readonly Option<bool> json = new("--json") { Description = "Prints JSON (docs/json.md)." };

    private readonly Option<string?> from = new("--from")
    {
        Description = "Leaves out what was before this step.",
        HelpName = "STEP",
    };

    private readonly Option<string?> html = new("--html")
    {
        Description = "Writes a page for a browser.",
        HelpName = "FILE",
    };

    private readonly Option<bool> tape = new("--tape")
    {
        Description = "Follows the numbers of the trace's tape, and says where labels are others by now.",
    };

    /// <summary>Makes the command.</summary>
    public ReplayCommand(Surroundings here)
        : base(
            "replay",
            "Repeats a trace and shows every step, what it changed, and what each crash took.",
            """
            twodoors replay traces/spool.as-written.no-loss.json --from 20 --html no-loss.html
            twodoors replay traces/spool.as-written.no-loss.json --tape
            """,
            here)
    {
        trace.AddTo(this);
        Add(from);
        Add(tape);
        Add(json);
        Add(html);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments)
    {
        int step = ScenarioArguments.Whole("--from", arguments.GetValue(from), 0, int.MaxValue) ?? 0;
        LoadedTrace loaded = trace.Load(Here, arguments);
        Timeline timeline = arguments.GetValue(tape) ? ByTape(loaded) : loaded.Replay(Here.Engine);
        if (arguments.GetValue(html) is { } file)
        {
            string page = HtmlVerdicts.Of(loaded.Subject.Name, timeline, step, loaded.File);
            RealFiles.Write(Path.Combine(Here.Folder, file), file, page + "\n");
        }

        if (arguments.GetValue(json))
        {
            Here.Out.WriteLine(JsonTimeline.Of(loaded.Subject.Name, timeline, step));
            return ExitCode.Expected;
        }

        foreach (string line in TimelineText.Lines(timeline, step))
            Here.Out.WriteLine(line);
        return ExitCode.Expected;
    }
    private Timeline ByTape(LoadedTrace loaded)
    {
        Timeline timeline = loaded.ReplayTape(Here.Engine, out string? renamed);
        if (renamed is not null)
            Here.Error.WriteLine($"{loaded.File}: {renamed}; the tape leads through all the same");
        return timeline;
    }
}
