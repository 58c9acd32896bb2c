using System.CommandLine;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;

namespace TwoDoors.Sim.Cli;

/// <summary>The files that an exploration leaves behind.</summary>
internal sealed class OutputOptions
{
    private readonly Option<string?> traces = new("--trace-dir")
    {
        Description = "Writes a trace file for each violation, for replay.",
        HelpName = "DIR",
    };

    private readonly Option<string?> json = new("--json")
    {
        Description = "Writes the verdicts as JSON (docs/json.md); - for standard output.",
        HelpName = "FILE",
    };

    private readonly Option<string?> junit = new("--junit")
    {
        Description = "Writes the verdicts for CI, a test case a scenario.",
        HelpName = "FILE",
    };

    private readonly Option<string?> sarif = new("--sarif")
    {
        Description = "Writes unexpected verdicts as SARIF 2.1.0.",
        HelpName = "FILE",
    };

    private readonly Option<string?> html = new("--html", "--report")
    {
        Description = "Writes one page for a browser: every scenario, with lanes and plots.",
        HelpName = "FILE",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option<string?> option in new[] { traces, json, junit, sarif, html })
            command.Add(option);
    }

    /// <summary>True when JSON goes where the table would go.</summary>
    public bool TakesStandardOutput(ParseResult arguments) => arguments.GetValue(json) == "-";

    /// <summary>Writes every file asked for.</summary>
    public void Write(Surroundings here, ParseResult arguments, IReadOnlyList<Explored> results)
    {
        if (arguments.GetValue(traces) is { } folder)
            WriteTraces(here, folder, results);
        if (TakesStandardOutput(arguments))
            here.Out.WriteLine(JsonVerdicts.Of(results));
        else
            Put(here, arguments.GetValue(json), () => JsonVerdicts.Of(results));
        Put(here, arguments.GetValue(junit), () => JunitVerdicts.Of(results));
        Put(here, arguments.GetValue(sarif), () => SarifVerdicts.Of(results));
        Put(here, arguments.GetValue(html), () => HtmlVerdicts.Of(results));
    }

    private static void WriteTraces(Surroundings here, string folder, IReadOnlyList<Explored> results)
    {
        foreach (Explored result in results)
        {
            foreach (Violation found in result.Verdict.Violations.Where(TraceFile.IsWorthAFile))
            {
                string path = Path.Combine(folder, TraceFile.Name(result.Name, found));
                Put(here, path, () => TraceFile.Write(found.Trace));
            }
        }
    }

    private static void Put(Surroundings here, string? path, Func<string> text)
    {
        if (path is not null)
            RealFiles.Write(Path.Combine(here.Folder, path), path, text() + "\n");
    }
}
