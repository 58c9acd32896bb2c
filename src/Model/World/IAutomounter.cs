namespace TwoDoors.Model.World;

/// <summary>The kernel's automount door on one directory: names that are touched and are not there come as requests,
/// names that nobody used for long come as expiries. Each is answered exactly once.</summary>
/// <remarks>One request for each name, however many wait for it. Whoever waits sees nothing until the answer. Source:
/// Linux Documentation/filesystems/autofs.rst; autofs protocol 5.</remarks>
public interface IAutomounter
{
    /// <summary>The directory.</summary>
    FilePath Directory { get; }

    /// <summary>Waits for the next request or expiry.</summary>
    /// <returns>A packet; EPIPE once the door is closed, for ever.</returns>
    /// <remarks>Source: Linux Documentation/filesystems/autofs.rst, "Communicating with autofs".</remarks>
    ValueTask<Result<AutomountPacket>> Next();

    /// <summary>The name is there now, or (for an expiry) is gone: who waited goes on.</summary>
    /// <returns>Ok; EINVAL (no such token: answered before, or the door was closed).</returns>
    /// <remarks>Source: AUTOFS_DEV_IOCTL_READY, fs/autofs/dev-ioctl.c.</remarks>
    ValueTask<Errno> Ready(AutomountToken token);

    /// <summary>There will be no such name; of an expiry: it stays.</summary>
    /// <param name="token">Of the packet.</param>
    /// <param name="errno">What who waited is answered: any but Ok.</param>
    /// <returns>Ok; EINVAL as for <see cref="Ready"/>.</returns>
    /// <remarks>Source: AUTOFS_DEV_IOCTL_FAIL, fs/autofs/dev-ioctl.c.</remarks>
    ValueTask<Errno> Fail(AutomountToken token, Errno errno);

    /// <summary>Waits until a name was not used for the timeout, offers it as an expiry, and waits until that was
    /// answered. To be called beside the activity that answers.</summary>
    /// <returns>Ok (it was answered with <see cref="Ready"/>); the errno that <see cref="Fail"/> gave: the name counts
    /// as used now; EPIPE (the door is closed, for ever).</returns>
    /// <remarks>The kernel only tells at once whether there is such a name; to ask it again from time to time is the
    /// port's. Source: AUTOFS_DEV_IOCTL_EXPIRE, fs/autofs/expire.c.</remarks>
    ValueTask<Errno> Expire();

    /// <summary>Closes the door: who waits is answered ENOENT, and so is who comes later. What is mounted
    /// stays.</summary>
    /// <returns>Ok, also when it was closed before; EBADF once another process has taken it over.</returns>
    /// <remarks>Source: AUTOFS_DEV_IOCTL_CATATONIC, fs/autofs/dev-ioctl.c.</remarks>
    ValueTask<Errno> Close();
}

/// <summary>What waits for an answer. Source: autofs_v5_packet, wait_queue_token.</summary>
/// <param name="Number">Never 0; of one door, never the same twice in a row.</param>
public readonly record struct AutomountToken(uint Number)
{
    /// <inheritdoc/>
    public override string ToString() => $"token {Number}";
}

/// <summary>One packet of the kernel.</summary>
/// <param name="IsExpiry">False: somebody touched the name and waits. True: nobody used it for long.</param>
/// <param name="Token">To be answered once.</param>
/// <param name="Name">One name, 1 to 253 arbitrary bytes but NUL and slash.</param>
/// <param name="ProcessId">Who touched it; of an expiry, no meaning.</param>
public readonly record struct AutomountPacket(bool IsExpiry, AutomountToken Token, FilePath Name, int ProcessId)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(IsExpiry ? "expire" : "request")} {Name}, {Token}";
}
