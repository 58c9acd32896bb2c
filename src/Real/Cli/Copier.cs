using TwoDoors.Model.Spool;
using TwoDoors.Model.World;
using TwoDoors.Real.Posix;

namespace TwoDoors.Real.Cli;

/// <summary>Copies messages batch by batch, after a recovery.</summary>
internal sealed class Copier(IHost host, SpoolOptions options, SpoolReport report, StopRequest stop)
{
    private readonly ISpoolProtocol protocol = SpoolProtocols.Of(options.Variant);

    /// <summary>Finishes or takes back what a crash interrupted.</summary>
    /// <returns>True if copying may start.</returns>
    public bool Recover()
    {
        SpoolOutcome outcome = Ended.Answer(protocol.Recover(host, options));
        report.Add(outcome, options.Spool, options.Spool);
        return outcome.End == SpoolEnd.Done;
    }

    /// <summary>The messages that wait; null (and reported) where they cannot be listed.</summary>
    public IReadOnlyList<FilePath>? Waiting()
    {
        Result<IReadOnlyList<FilePath>> waiting = Ended.Answer(protocol.Waiting(host, options));
        if (waiting.IsOk)
            return waiting.Value;
        report.Fail(new SpoolFailure("readdir", options.Spool, waiting.Errno), "the spool is unreachable");
        return null;
    }

    /// <summary>Copies these messages.</summary>
    /// <returns>False if something failed, or somebody asked to stop.</returns>
    public bool Copy(IReadOnlyList<FilePath> messages)
    {
        bool all = true;
        for (int first = 0; first < messages.Count; first += options.BatchSize)
        {
            if (stop.IsAsked)
                return false;
            report.Progress(first, messages.Count);
            FilePath[] batch = [.. messages.Skip(first).Take(options.BatchSize)];
            SpoolEnd end = CopyBatch(batch);
            report.EndBatch();
            all &= end == SpoolEnd.Done;
            if (end is SpoolEnd.Stopped or SpoolEnd.Busy)
                return false;
        }

        return all;
    }

    private SpoolEnd CopyBatch(FilePath[] batch)
    {
        SpoolOutcome outcome = Ended.Answer(protocol.Copy(host, options, batch));
        bool oneMessageSpoilsIt = outcome.End == SpoolEnd.Failed && batch.Length > 1 && outcome.Messages.Count == 0
            && outcome.Failures.All(failure => batch.Contains(failure.Path.Name));
        if (!oneMessageSpoilsIt)
        {
            report.Add(outcome, options.Spool, options.Spool);
            return outcome.End;
        }

        // The others must not wait for the one that cannot be read.
        SpoolEnd worst = SpoolEnd.Done;
        foreach (FilePath message in batch)
        {
            if (worst is SpoolEnd.Stopped or SpoolEnd.Busy || !Recover())
                break;
            SpoolEnd end = CopyBatch([message]);
            worst = end > worst ? end : worst;
        }

        return worst;
    }
}
