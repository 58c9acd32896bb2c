namespace TwoDoors.Model.World;

/// <summary>Programs that run beside the protocol, each in a process group of its own.</summary>
/// <remarks>They outlive the process that started them, and end with the host.</remarks>
public interface IProcesses
{
    /// <summary>Starts a program. It inherits no descriptor but 0, 1 and 2, and blocks no signal.</summary>
    /// <returns>Its group; E2BIG, EACCES, EAGAIN (too many processes), ENOENT, ENOEXEC, ENOMEM. None of them leaves a
    /// process behind.</returns>
    /// <remarks>Source: posix_spawn(3), POSIX_SPAWN_SETPGROUP; execve(2).</remarks>
    ValueTask<Result<ProcessGroup>> Spawn(Launch launch);

    /// <summary>Waits until the program itself has ended; its children may go on. It is not reaped, so its number is
    /// given to nobody else.</summary>
    /// <returns>How it ended; ECHILD (not started by this process, or reaped).</returns>
    /// <remarks>Source: waitid(2), WEXITED and WNOWAIT.</remarks>
    ValueTask<Result<ExitStatus>> Ended(ProcessGroup group);

    /// <summary>Waits until nothing of the group is left to run, whoever started it.</summary>
    /// <returns>Ok, at once for a group that is gone; EINTR.</returns>
    /// <remarks>Source: credentials(7), process groups; cgroups(7), cgroup.events.</remarks>
    ValueTask<Errno> Emptied(ProcessGroup group);

    /// <summary>Gives the number of an ended program back. To be called once, after <see cref="Ended"/>; from then on
    /// the group must not be signalled.</summary>
    /// <returns>Ok; ECHILD.</returns>
    /// <remarks>Source: waitid(2).</remarks>
    ValueTask<Errno> Reap(ProcessGroup group);

    /// <summary>Sends a signal to all of the group.</summary>
    /// <returns>Ok; ESRCH (nothing of it is left), EPERM.</returns>
    /// <remarks>Source: kill(2), a negative pid.</remarks>
    ValueTask<Errno> Signal(ProcessGroup group, Signal signal);

    /// <summary>Finds what still runs of a command that an earlier process started under this label.</summary>
    /// <returns>Its group, or null; EACCES (somebody else's processes cannot be looked at).</returns>
    /// <remarks>Source: proc_pid_environ(5); cgroups(7), cgroup.procs.</remarks>
    ValueTask<Result<ProcessGroup?>> Find(FilePath label);
}

/// <summary>A process group by the number of its leader. Source: credentials(7).</summary>
/// <param name="Number">Above 1.</param>
public readonly record struct ProcessGroup(int Number)
{
    /// <inheritdoc/>
    public override string ToString() => $"group {Number}";
}

/// <summary>What is started.</summary>
/// <param name="Label">By which a later process finds it again.</param>
/// <param name="Arguments">The first is the absolute path of the program.</param>
/// <param name="Nice">-20 to 19, added to that of the daemon.</param>
public sealed record Launch(FilePath Label, IReadOnlyList<FilePath> Arguments, int Nice = 0)
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Arguments);
}

/// <summary>How a program ended.</summary>
/// <param name="Code">0 to 255; where a signal ended it, 128 and the signal's number, as shells say it.</param>
public readonly record struct ExitStatus(int Code)
{
    /// <summary>True for 0.</summary>
    public bool IsSuccess => Code == 0;

    /// <inheritdoc/>
    public override string ToString() => $"exit {Code}";
}

/// <summary>Signals that a protocol sends. Source: signal(7).</summary>
public enum Signal
{
    /// <summary>SIGTERM: a program may ignore it.</summary>
    Terminate,

    /// <summary>SIGKILL: none can.</summary>
    Kill,
}
