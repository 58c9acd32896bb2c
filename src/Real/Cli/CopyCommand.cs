using System.CommandLine;
using TwoDoors.Model.Spool;
using TwoDoors.Model.World;
using TwoDoors.Real.Posix;

namespace TwoDoors.Real.Cli;

/// <summary><c>twodoorsd spool copy</c>.</summary>
internal sealed class CopyCommand : GuardedCommand
{
    private readonly SpoolSwitches switches;
    private readonly CopyArguments places;

    private readonly Argument<string[]> files = new("FILE")
    {
        Description = "Messages, by their names in the spool; all that wait if none is given.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>Makes the command.</summary>
    public CopyCommand(Surroundings here)
        : base("copy", "Copies messages into every queue and removes them from the spool.", Usage, here)
    {
        places = new CopyArguments(this);
        Add(files);
        switches = new SpoolSwitches(this);
    }

    private static string Usage => "twodoorsd spool copy --from /var/spool/in --to /var/spool/a --to /var/spool/b";

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments)
    {
        SpoolReport report = switches.Report(arguments, Here);
        PosixHost host = new(new NobodyOutside(), Here.Signal());
        if (places.Options(arguments, host, report, switches.Variant(arguments)) is not SpoolOptions options)
            return report.Finish("copied nothing");
        Here.Stop.ListenToSignals();
        Copier copier = new(host, options, report, Here.Stop);
        if (copier.Recover() && copier.Waiting() is { } waiting)
            copier.Copy(Chosen(arguments, options.Spool, waiting, host.Files));
        return report.Finish($"copied {report.Count} from {options.Spool} to {CopyArguments.Queues(options)}");
    }

    private IReadOnlyList<FilePath> Chosen(
        ParseResult arguments,
        FilePath spool,
        IReadOnlyList<FilePath> waiting,
        IFileSystem disk)
    {
        FilePath[] given = [.. (arguments.GetValue(files) ?? []).Select(RawArguments.Path).Distinct()];
        foreach (FilePath name in given)
        {
            if (name != name.Name || name.Length == 0)
                throw new UsageException($"FILE '{name}': expected a name in {spool}, without slashes");
            if (!waiting.Contains(name) && Ended.Answer(disk.LinkStat(spool / name)).IsOk)
                throw new UsageException($"FILE '{name}': is no message; expected a regular file that is not hidden");
        }

        return given.Length == 0 ? waiting : given;
    }
}
