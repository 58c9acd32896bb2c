using System.CommandLine;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary>The files that an exploration leaves behind.</summary>
internal sealed class OutputOptions
{
    private static readonly string[] Words = ["github", "none"];

    private readonly Option<string?> traces = new("--trace-dir")
    {
        Description = "Writes a trace file for each violation, for replay.",
        HelpName = "DIR",
    };

    private readonly Option<string?> failures = new("--failure-dir")
    {
        Description = "The same, of violations that are not expected only: what a later job should replay first.",
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
        Description = "Writes unexpected verdicts as SARIF 2.1.0, each at the call that opened the window.",
        HelpName = "FILE",
    };

    private readonly Option<string?> html = new("--html", "--report")
    {
        Description = "Writes one page for a browser: every scenario, with lanes and plots.",
        HelpName = "FILE",
    };

    private readonly Option<string?> summary = new("--summary")
    {
        Description = "Writes a summary in Markdown, such as for $GITHUB_STEP_SUMMARY.",
        HelpName = "FILE",
    };

    private readonly Option<string?> annotations = new("--annotations")
    {
        Description = "github prints workflow commands that mark source lines; none does not. By default github "
            + "where GITHUB_ACTIONS is true.",
        HelpName = "WORD",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option<string?> option in new[] { traces, failures, json, junit, sarif, html, summary, annotations })
            command.Add(option);
    }

    /// <summary>True when JSON goes where the table would go.</summary>
    public bool TakesStandardOutput(ParseResult arguments) => arguments.GetValue(json) == "-";

    /// <summary>Writes every file asked for.</summary>
    public void Write(Surroundings here, ParseResult arguments, IReadOnlyList<Explored> results)
    {
        if (arguments.GetValue(traces) is { } folder)
            WriteTraces(here, folder, results, (_, _) => true);
        if (arguments.GetValue(failures) is { } kept)
            WriteTraces(here, kept, results, (file, found) => !file.Expect.Violates.Contains(found.Property));
        if (TakesStandardOutput(arguments))
            here.Out.WriteLine(JsonVerdicts.Of(results));
        else
            Put(here, arguments.GetValue(json), () => JsonVerdicts.Of(results));
        Put(here, arguments.GetValue(junit), () => JunitVerdicts.Of(results));
        Put(here, arguments.GetValue(sarif), () => SarifVerdicts.Of(results));
        Put(here, arguments.GetValue(html), () => HtmlVerdicts.Of(results));
        Put(here, arguments.GetValue(summary), () => MarkdownSummary.Of(results));
    }

    /// <summary>Whether source lines are to be marked.</summary>
    /// <exception cref="ScenarioException">The word is none of the two.</exception>
    public bool Annotates(Surroundings here, ParseResult arguments)
    {
        string word = arguments.GetValue(annotations) ?? (here.IsGithub ? "github" : "none");
        return Words.Contains(word)
            ? word == "github"
            : throw new ScenarioException(
                new($"--annotations {word}", 0, 0), $"unknown '{word}'{Nearest.Hint(word, Words)}");
    }

    /// <summary>Marks source lines. Where standard output holds JSON, the marks go to standard error: a runner reads
    /// both.</summary>
    public void Annotate(Surroundings here, ParseResult arguments, IReadOnlyList<Explored> results)
    {
        TextWriter output = TakesStandardOutput(arguments) ? here.Error : here.Out;
        foreach (string line in GithubAnnotations.Of(results))
            output.WriteLine(line);
    }

    private static void WriteTraces(
        Surroundings here,
        string folder,
        IReadOnlyList<Explored> results,
        Func<ScenarioFile, Violation, bool> isWanted)
    {
        foreach (Explored result in results)
        {
            foreach (Violation found in result.Verdict.Violations.Where(TraceFile.IsWorthAFile))
            {
                if (!isWanted(result.Scenario.File, found))
                    continue;
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
