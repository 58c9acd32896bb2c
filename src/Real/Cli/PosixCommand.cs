using System.CommandLine;
using System.Globalization;
using System.Text;
using TwoDoors.Model.Script;
using TwoDoors.Model.World;
using TwoDoors.Real.Posix;
using TwoDoors.Real.Posix.Scripts;

namespace TwoDoors.Real.Cli;

/// <summary><c>twodoorsd posix</c>: text scripts of file calls on this kernel.</summary>
internal sealed class PosixCommand : GuardedCommand
{
    private readonly Argument<string[]> scripts = new("SCRIPT")
    {
        Description = "A script file, or a folder: all *.script and *.trace files below it.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> root = new("--root")
    {
        Description = "A directory on the file system to be asked: each script gets a fresh one in it.",
        Required = true,
        HelpName = "DIR",
    };

    private readonly Option<bool> json = new("--json")
    {
        Description = "One JSON object a script, each on one line, format twodoors-posix-1.",
    };

    /// <summary>Makes the command.</summary>
    public PosixCommand(Surroundings here)
        : base("posix", "Runs text scripts of file calls, each in an empty directory as its root.", Usage, here)
    {
        Add(scripts);
        Add(root);
        Add(json);
    }

    private static string Usage => "twodoorsd posix first.script second.script --root /mnt/ext4 --json";

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments)
    {
        if (!RootedWorld.IsAllowed)
            throw new UsageException("posix: a script gets its own root directory, and only root may do so");
        PosixHost host = new(new NobodyOutside());
        if (new DirectoryNames(host.Files, new SpoolReport(Here, Name, false, true))
            .Find(RawArguments.Path(arguments.GetValue(root)!), "root") is not FilePath place)
        {
            return ExitCode.Usage;
        }

        List<PosixScript> parsed = [.. ScriptFiles.Find(arguments.GetValue(scripts)!).Select(ScriptFiles.Parse)];
        _ = Ended.Answer(Warm());
        bool asJson = arguments.GetValue(json);
        FilePath name = place / "twodoors-" + host.FreshName();
        foreach ((int number, PosixScript script) in parsed.Index())
        {
            ScriptRun run = Run(script, name + string.Create(CultureInfo.InvariantCulture, $".{number}"));
            if (asJson)
                Here.Out.Write(Encoding.UTF8.GetString(ScriptJson.Write(run).Span) + "\n");
            else
                Here.Out.Write(ScriptTranscript.Write(run));
        }

        Here.Out.Flush();
        return ExitCode.Done;
    }

    private static ScriptRun Run(PosixScript script, FilePath directory)
    {
        try
        {
            using RootedWorld world = new(directory);
            return Ended.Answer(ScriptRunner.Run(script, world));
        }
        catch (IOException failure)
        {
            throw new UsageException(failure.Message);
        }
    }

    private static async ValueTask<bool> Warm()
    {
        await WarmUp.Run();
        return true;
    }
}
