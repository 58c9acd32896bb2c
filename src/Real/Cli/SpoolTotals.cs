using TwoDoors.Model.Spool;
using TwoDoors.Model.World;

namespace TwoDoors.Real.Cli;

/// <summary>Several outcomes added up; the worst end wins.</summary>
internal sealed class SpoolTotals
{
    /// <summary>How it ended.</summary>
    public SpoolEnd End { get; private set; }

    /// <summary>What was copied or delivered.</summary>
    public List<FilePath> Messages { get; } = [];

    /// <summary>What failed.</summary>
    public List<SpoolFailure> Failures { get; } = [];

    /// <summary>Paths of files that were left alone.</summary>
    public List<FilePath> Unexpected { get; } = [];

    /// <summary>Messages that recovery took back.</summary>
    public int RolledBack { get; private set; }

    /// <summary>Messages that recovery finished.</summary>
    public int RolledForward { get; private set; }

    /// <summary>True when there is nothing to tell.</summary>
    public bool IsEmpty => End == SpoolEnd.Done && Messages.Count + RolledBack + RolledForward + Unexpected.Count == 0;

    /// <summary>Adds one.</summary>
    /// <param name="outcome">A protocol's answer.</param>
    /// <param name="directory">Where its unexpected files are.</param>
    public void Add(SpoolOutcome outcome, FilePath directory)
    {
        // Done, Busy, Failed, Stopped: each is worse than those before it.
        End = outcome.End > End ? outcome.End : End;
        Messages.AddRange(outcome.Messages);
        Failures.AddRange(outcome.Failures);
        Unexpected.AddRange(outcome.Unexpected.Select(name => directory / name));
        RolledBack += outcome.RolledBack;
        RolledForward += outcome.RolledForward;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        End = SpoolEnd.Done;
        Messages.Clear();
        Failures.Clear();
        Unexpected.Clear();
        RolledBack = 0;
        RolledForward = 0;
    }
}
