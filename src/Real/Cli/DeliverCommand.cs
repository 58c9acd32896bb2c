using System.CommandLine;
using TwoDoors.Model.Spool;
using TwoDoors.Model.World;
using TwoDoors.Real.Posix;

namespace TwoDoors.Real.Cli;

/// <summary><c>twodoorsd spool deliver</c>: a consumer of one queue.</summary>
internal sealed class DeliverCommand : GuardedCommand
{
    private readonly SpoolSwitches switches;

    private readonly Option<string> queue = new("--queue")
    {
        Description = "The queue to empty.",
        Required = true,
        HelpName = "D",
    };

    private readonly Option<string[]> spools = new("--spool")
    {
        Description = "A spool that feeds it: what it has not committed yet is not touched.",
        Required = true,
        HelpName = "S",
    };

    private readonly Option<string?> into = new("--into")
    {
        Description = "Write each message into this directory, under its name in the spool.",
        HelpName = "DIR",
    };

    private readonly Option<bool> stdout = new("--stdout")
    {
        Description = "Write all messages to the standard output.",
    };

    private readonly Argument<string[]> command = new("COMMAND")
    {
        Description = "Run this for each message, which is its standard input; 0 takes it, 75 means later.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>Makes the command.</summary>
    public DeliverCommand(Surroundings here)
        : base("deliver", "Hands over every message of a queue, each once, and removes it.", Usage, here)
    {
        Add(queue);
        Add(spools);
        Add(into);
        Add(stdout);
        Add(command);
        switches = new SpoolSwitches(this);
    }

    private static string Usage => "twodoorsd spool deliver --queue /var/spool/a --spool /var/spool/in -- sendmail -t";

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments)
    {
        SpoolReport report = switches.Report(arguments, Here);
        PosixHost quiet = new(new NobodyOutside());
        DirectoryNames names = new(quiet.Files, report);
        IOutside outside = Outside(arguments, quiet);
        PosixHost host = new(outside, Here.Signal());
        if (names.Find(RawArguments.Path(arguments.GetValue(queue)!), "queue") is not FilePath from)
            return report.Finish("delivered nothing");
        foreach (FilePath given in arguments.GetValue(spools)!.Select(RawArguments.Path))
        {
            // Without its spool nobody knows which copies are committed.
            if (names.Find(given, "spool") is not FilePath spool)
                break;
            SpoolOptions options = new(spool, [from], switches.Variant(arguments));
            report.Add(Ended.Answer(SpoolProtocols.Of(options.Variant).Deliver(host, options, from)), from, from);
        }

        return report.Finish($"delivered {report.Count} from {from}");
    }

    private IOutside Outside(ParseResult arguments, IHost host)
    {
        string[] words = arguments.GetValue(command) ?? [];
        string? directory = arguments.GetValue(into);
        bool print = arguments.GetValue(stdout);
        if ((words.Length > 0 ? 1 : 0) + (directory is null ? 0 : 1) + (print ? 1 : 0) != 1)
            throw new UsageException("expected one of: --into DIR, --stdout, -- COMMAND");
        if (print)
            return new StreamOutside(Here.OutBytes);
        return directory is null ? new CommandOutside(words) : new DirectoryOutside(host, RawArguments.Path(directory));
    }
}
