using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>What one operation has done so far, and what went wrong.</summary>
internal sealed class SpoolNotes
{
    private List<SpoolFailure>? failures;
    private List<FilePath>? messages;
    private List<FilePath>? unexpected;

    /// <summary>Names of the messages that are done.</summary>
    public List<FilePath> Messages => messages ??= [];

    /// <summary>Files that belong to nobody, or are damaged.</summary>
    public List<FilePath> Unexpected => unexpected ??= [];

    /// <summary>Messages taken back.</summary>
    public int RolledBack { get; set; }

    /// <summary>Messages finished.</summary>
    public int RolledForward { get; set; }

    /// <summary>Somebody else holds the lock.</summary>
    public bool Busy { get; set; }

    /// <summary>The disk's state is unknown.</summary>
    public bool Stopped { get; set; }

    /// <summary>The latest failure.</summary>
    public SpoolFailure? Last => FailureCount == 0 ? null : failures![^1];

    /// <summary>Notes a call's answer.</summary>
    /// <returns>True when it is a failure.</returns>
    public bool Failed(Errno errno, string call, FilePath path)
    {
        if (errno != Errno.Ok)
            Failures.Add(new SpoolFailure(call, path, errno));
        return errno != Errno.Ok;
    }

    /// <summary>Notes an answer that cannot be right.</summary>
    public void Wrong(string call, FilePath path, string reason) =>
        Failures.Add(new SpoolFailure(call, path, Errno.Ok, reason));

    /// <summary>Forgets the failures that a fresh start has made good.</summary>
    public void MadeGood(int firstFailures) => failures?.RemoveRange(firstFailures, failures.Count - firstFailures);

    /// <summary>How many failures there are.</summary>
    public int FailureCount => failures?.Count ?? 0;

    /// <summary>The result.</summary>
    public SpoolOutcome Outcome()
    {
        SpoolEnd end = Stopped ? SpoolEnd.Stopped
            : FailureCount > 0 ? SpoolEnd.Failed
            : Busy ? SpoolEnd.Busy
            : SpoolEnd.Done;
        return new SpoolOutcome(end, OrNone(messages), RolledBack, RolledForward, OrNone(failures), OrNone(unexpected));
    }

    // Most operations have nothing to note.
    private List<SpoolFailure> Failures => failures ??= [];

    private static List<T> OrNone<T>(List<T>? noted) => noted ?? [];
}
