using TwoDoors.Model.World;

namespace TwoDoors.Model.Claims;

/// <summary>A ledger that is also told what happened at the kernel's doors: a world that is simulated tells it as it
/// happens, a recording of a real one tells it again.</summary>
public interface IWitness
{
    /// <summary>Something happened.</summary>
    void See(in Happening happening);
}

/// <summary>What happened at a door of the kernel. In brackets: subject, other, number.</summary>
public enum HappeningKind
{
    /// <summary>A user touched a name that is not there (name).</summary>
    Asked,

    /// <summary>A request was answered: it is there (name).</summary>
    Answered,

    /// <summary>A request was answered: it is not there (name, -, errno).</summary>
    Refused,

    /// <summary>A token that is not open was answered (-, -, token).</summary>
    AnsweredTwice,

    /// <summary>A user came in through a name (name).</summary>
    Entered,

    /// <summary>A user left (name).</summary>
    Left,

    /// <summary>A name shows a directory now (name, the directory).</summary>
    Bound,

    /// <summary>A name shows nothing any more (name, -, users in it).</summary>
    Unbound,

    /// <summary>A program was started (label, its last argument, group).</summary>
    Spawned,

    /// <summary>A group was sent a signal (label, -, the <see cref="Signal"/>).</summary>
    Signalled,

    /// <summary>A group that was reaped already was sent a signal, or was reaped again (label).</summary>
    Stray,

    /// <summary>A program ended (label, -, exit code).</summary>
    Ended,

    /// <summary>Nothing of a group is left (label).</summary>
    Emptied,

    /// <summary>Somebody else took the exclusive lock of a file (path).</summary>
    Locked,

    /// <summary>Somebody else gave it back (path).</summary>
    Unlocked,

    /// <summary>The host lost power, or was started: nothing is mounted and nothing runs.</summary>
    Started,
}

/// <summary>One thing that happened.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When, by the clock of the host.</param>
/// <param name="Subject">See the kind.</param>
/// <param name="Other">See the kind.</param>
/// <param name="Number">See the kind.</param>
public readonly record struct Happening(
    HappeningKind Kind, TimeSpan At, FilePath Subject = default, FilePath Other = default, long Number = 0);
