using System.CommandLine;
using System.Text;
using TwoDoors.Model.Script;
using TwoDoors.Sim.Kernel.Files;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary><c>twodoors posix</c>: text scripts of file calls on the simulated file system.</summary>
internal sealed class PosixCommand : ExampleCommand
{
    private readonly Argument<string[]> scripts = new("script")
    {
        Description = "A script file, or a folder: all *.script and *.trace files below it.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> json = new("--json")
    {
        Description = "One JSON object a script, each on one line, format twodoors-posix-1.",
    };

    /// <summary>Makes the command.</summary>
    public PosixCommand(Surroundings here)
        : base(
            "posix",
            "Runs text scripts of file calls on the simulated file system, each on an empty one.",
            "twodoors posix first.script second.script --json",
            here)
    {
        Add(scripts);
        Add(json);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments)
    {
        List<PosixScript> parsed = [];
        foreach (string given in arguments.GetValue(scripts) ?? [])
        {
            foreach (string shown in Files(given))
            {
                byte[] bytes = RealFiles.ReadBytes(Path.Combine(Here.Folder, shown), shown);
                PosixScript? script = ScriptParser.Parse(shown, bytes, out ScriptMistake? mistake);
                if (script is null)
                    throw new ScenarioException(new(shown, mistake!.Line, mistake.Column), mistake.Says);
                parsed.Add(script);
            }
        }

        bool asJson = arguments.GetValue(json);
        foreach (PosixScript script in parsed)
        {
            // The simulated calls are done at once, so the run has ended when it comes back.
            ScriptRun run = ScriptRunner.Run(script, new SimScriptWorld()).AsTask().GetAwaiter().GetResult();
            if (asJson)
                Here.Out.Write(Encoding.UTF8.GetString(ScriptJson.Write(run).Span) + "\n");
            else
                Here.Out.Write(ScriptTranscript.Write(run));
        }

        return ExitCode.Expected;
    }

    private List<string> Files(string given)
    {
        string path = Path.Combine(Here.Folder, given);
        if (!RealFiles.IsFolder(path))
            return [given];
        List<string> below = [.. RealFiles.Below(path, ".script"), .. RealFiles.Below(path, ".trace")];
        if (below.Count == 0)
            throw new ScenarioException(new(given, 0, 0), "no *.script or *.trace file below it");
        below.Sort(StringComparer.Ordinal);
        return [.. below.Select(file => given.TrimEnd('/') + "/" + file)];
    }
}
