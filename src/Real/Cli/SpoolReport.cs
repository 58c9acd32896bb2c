using TwoDoors.Model.Spool;
using TwoDoors.Model.World;

namespace TwoDoors.Real.Cli;

/// <summary>What a spool command has done, told at the end (and, for those that go on, at every batch).</summary>
/// <param name="here">Where it is told.</param>
/// <param name="command">Its name.</param>
/// <param name="json">Whether as JSON.</param>
/// <param name="quiet">Whether errors only.</param>
internal sealed class SpoolReport(Surroundings here, string command, bool json, bool quiet)
{
    private readonly SpoolTotals totals = new();
    private readonly SpoolTotals since = new();
    private bool progressShown;

    /// <summary>How it has gone so far.</summary>
    public SpoolEnd End => totals.End;

    /// <summary>Messages done so far.</summary>
    public int Count => totals.Messages.Count;

    /// <summary>Adds what a protocol did.</summary>
    /// <param name="outcome">Its answer.</param>
    /// <param name="spool">Which spool was locked, if one was.</param>
    /// <param name="directory">Where the unexpected files are.</param>
    public void Add(SpoolOutcome outcome, FilePath spool, FilePath directory)
    {
        totals.Add(outcome, directory);
        since.Add(outcome, directory);
        foreach (SpoolFailure failure in outcome.Failures)
            Complain(failure, null);
        if (outcome.End == SpoolEnd.Busy)
            Complain($"{directory}: somebody else is at work on it; nothing was done, try again later");
        if (outcome.End == SpoolEnd.Stopped)
        {
            Complain($"{spool}: the fsync that commits failed, so what is on the disk is unknown: the queue is "
                + $"stopped. Mount its file system anew, then run: twodoorsd spool recover {spool}");
        }
    }

    /// <summary>Adds a failure that came before any protocol ran.</summary>
    public void Fail(SpoolFailure failure, string note)
    {
        SpoolOutcome outcome = new(SpoolEnd.Failed, [], 0, 0, [failure], []);
        totals.Add(outcome, default);
        since.Add(outcome, default);
        Complain(failure, note);
    }

    /// <summary>Shows how far it is, to a person who watches.</summary>
    public void Progress(int done, int of)
    {
        if (!here.ErrorIsTerminal || quiet || json)
            return;
        here.Error.Write($"\r\u001b[K{command}: {done} of {of}");
        progressShown = true;
    }

    /// <summary>Tells what was added since the last time.</summary>
    public void EndBatch()
    {
        if (json && !since.IsEmpty)
            here.Out.WriteLine(SpoolJson.Line(command, "batch", since));
        if (json)
            here.Out.Flush();
        since.Clear();
    }

    /// <summary>Tells the end.</summary>
    /// <param name="sentence">For people.</param>
    /// <returns>The exit code.</returns>
    public int Finish(string sentence)
    {
        ClearProgress();
        if (json)
        {
            here.Out.WriteLine(SpoolJson.Line(command, "end", totals));
            return ExitCode.Of(End);
        }

        if (!quiet)
        {
            foreach (FilePath path in totals.Unexpected)
                here.Out.WriteLine($"{path}: belongs to nobody or is damaged; left alone");
            here.Out.WriteLine(sentence);
            if (totals.RolledBack + totals.RolledForward > 0)
                here.Out.WriteLine($"recovered: {totals.RolledBack} taken back, {totals.RolledForward} finished");
        }

        return ExitCode.Of(End);
    }

    private void Complain(SpoolFailure failure, string? note) =>
        Complain(SpoolJson.Sentence(failure) + (note is null ? "" : $" ({note})"));

    private void Complain(string text)
    {
        ClearProgress();
        here.Error.WriteLine($"twodoorsd: {text}");
    }

    private void ClearProgress()
    {
        if (progressShown)
            here.Error.Write("\r\u001b[K");
        progressShown = false;
    }
}
