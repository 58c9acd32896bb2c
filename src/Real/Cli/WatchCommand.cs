using System.CommandLine;
using TwoDoors.Model.Spool;
using TwoDoors.Model.World;
using TwoDoors.Real.Posix;

namespace TwoDoors.Real.Cli;

/// <summary><c>twodoorsd spool watch</c>: group commit, as messages come.</summary>
internal sealed class WatchCommand : GuardedCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);

    private readonly SpoolSwitches switches;
    private readonly CopyArguments places;

    private readonly Option<bool> once = new("--once") { Description = "End when nothing waits any more." };

    /// <summary>Makes the command.</summary>
    public WatchCommand(Surroundings here)
        : base("watch", "Copies messages as they come, up to K in one commit, until SIGTERM.", Usage, here)
    {
        places = new CopyArguments(this);
        Add(once);
        switches = new SpoolSwitches(this);
    }

    private static string Usage => "twodoorsd spool watch --from /var/spool/in --to /var/spool/a --to /var/spool/b";

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments)
    {
        SpoolReport report = switches.Report(arguments, Here);
        PosixHost host = new(new NobodyOutside(), Here.Signal());
        if (places.Options(arguments, host, report, switches.Variant(arguments)) is not SpoolOptions options)
            return report.Finish("copied nothing");
        Here.Stop.ListenToSignals();
        Watch(new Copier(host, options, report, Here.Stop), report, arguments.GetValue(once));
        return report.Finish($"copied {report.Count} from {options.Spool} to {CopyArguments.Queues(options)}");
    }

    private void Watch(Copier copier, SpoolReport report, bool once)
    {
        bool recovered = false;
        while (!Here.Stop.IsAsked && report.End != SpoolEnd.Stopped)
        {
            recovered = recovered || copier.Recover();
            IReadOnlyList<FilePath>? waiting = recovered ? copier.Waiting() : null;
            bool well = waiting is not null && copier.Copy(waiting);
            report.EndBatch();
            if (once && (!well || waiting is { Count: 0 }))
                return;

            // A failure is looked into by recovery before anything else is tried.
            recovered = well;
            if (!well)
                Here.Stop.Wait(PauseAfterFailure);
            else if (waiting is { Count: 0 })
                Here.Stop.Wait(Pause);
        }
    }
}
