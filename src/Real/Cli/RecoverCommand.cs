using System.CommandLine;
using TwoDoors.Model.Spool;
using TwoDoors.Model.World;
using TwoDoors.Real.Posix;

namespace TwoDoors.Real.Cli;

/// <summary><c>twodoorsd spool recover</c>.</summary>
internal sealed class RecoverCommand : GuardedCommand
{
    private readonly SpoolSwitches switches;

    private readonly Argument<string[]> spools = new("S")
    {
        Description = "Spools.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> to = new("--to")
    {
        Description = "The queues, for protocols whose manifests do not name them (all but f1).",
        HelpName = "D",
    };

    /// <summary>Makes the command.</summary>
    public RecoverCommand(Surroundings here)
        : base("recover", "Finishes or takes back what a crash interrupted.", Usage, here)
    {
        Add(spools);
        Add(to);
        switches = new SpoolSwitches(this);
    }

    private static string Usage => "twodoorsd spool recover /var/spool/in";

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments)
    {
        SpoolReport report = switches.Report(arguments, Here);
        PosixHost host = new(new NobodyOutside(), Here.Signal());
        SpoolVariant variant = switches.Variant(arguments);
        DirectoryNames names = new(host.Files, report);
        foreach (FilePath given in arguments.GetValue(spools)!.Select(RawArguments.Path))
        {
            if (names.Find(given, "spool") is not FilePath spool)
                continue;
            if (names.FindQueues(spool, (arguments.GetValue(to) ?? []).Select(RawArguments.Path)) is not { } queues)
                break;
            SpoolOptions options = new(spool, queues, variant);
            report.Add(Ended.Answer(SpoolProtocols.Of(variant).Recover(host, options)), spool, spool);
        }

        return report.Finish(report.End == SpoolEnd.Done ? "all is recovered" : "not all is recovered");
    }
}
