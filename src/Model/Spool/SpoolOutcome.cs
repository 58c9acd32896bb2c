using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>How a spool operation ended.</summary>
public enum SpoolEnd
{
    /// <summary>All of it was done.</summary>
    Done,

    /// <summary>Somebody else holds the lock: nothing was done, try again later.</summary>
    Busy,

    /// <summary>Some of it was not done, for the failures listed; what it was about is as it was, and can be tried
    /// again after recovery.</summary>
    Failed,

    /// <summary>The fsync that commits failed: which state is on the disk is unknown until it is mounted anew, so the
    /// spool must stand still until then.</summary>
    Stopped,
}

/// <summary>A call that failed.</summary>
/// <param name="Call">As the manual names it, with the point of an fsync, such as "fsync(m)".</param>
/// <param name="Path">About which file.</param>
/// <param name="Errno">Why; Ok where the call succeeded with an answer that cannot be right.</param>
/// <param name="Reason">What the errno does not say, or null.</param>
public sealed record SpoolFailure(string Call, FilePath Path, Errno Errno, string? Reason = null)
{
    /// <inheritdoc/>
    public override string ToString() => Reason is null ? $"{Path}: {Call}: {Errno}" : $"{Path}: {Call}: {Reason}";
}

/// <summary>What a spool operation did.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Messages">Names of the messages that were copied or delivered.</param>
/// <param name="RolledBack">Messages whose unfinished copies recovery removed; they are in the spool as
/// before.</param>
/// <param name="RolledForward">Messages that recovery found committed and made visible.</param>
/// <param name="Failures">In order of their occurrence.</param>
/// <param name="Unexpected">Files that belong to nobody (R5, R6.3), or are damaged; they were left alone.</param>
public sealed record SpoolOutcome(
    SpoolEnd End,
    IReadOnlyList<FilePath> Messages,
    int RolledBack,
    int RolledForward,
    IReadOnlyList<SpoolFailure> Failures,
    IReadOnlyList<FilePath> Unexpected);
