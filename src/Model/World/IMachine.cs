namespace TwoDoors.Model.World;

/// <summary>A host whose kernel a protocol may command: mounts, programs, the automount door. Needs root.</summary>
public interface IMachine : IHost
{
    /// <summary>The mount table.</summary>
    IMounts Mounts { get; }

    /// <summary>Programs that run beside the protocol.</summary>
    IProcesses Processes { get; }

    /// <summary>Who has an account.</summary>
    IAccounts Accounts { get; }

    /// <summary>Opens the kernel's automount door on a directory. The first opening of a boot mounts it; a later one by
    /// another process takes it over, with all that is mounted below and with every packet that has no answer
    /// yet.</summary>
    /// <param name="directory">An existing directory.</param>
    /// <param name="timeout">How long a name goes unused before it is offered to <see cref="IAutomounter.Expire"/>;
    /// zero: for ever.</param>
    /// <returns>The door; EACCES, EBUSY (another process that lives owns it), ENODEV (no autofs), ENOENT, ENOTDIR,
    /// EPERM.</returns>
    /// <remarks>Source: Linux Documentation/filesystems/autofs.rst, "Mounting an autofs filesystem" and "Catatonic
    /// mode".</remarks>
    ValueTask<Result<IAutomounter>> OpenAutomounter(FilePath directory, TimeSpan timeout);

    /// <summary>A new mailbox, empty.</summary>
    /// <param name="name">For traces; unique among those of the process.</param>
    IMailbox<TKind> NewMailbox<TKind>(string name)
        where TKind : struct, Enum;

    /// <summary>Posts a letter once nobody holds the lock of an open file any more that kept this one from being
    /// locked. By then somebody else may have it again.</summary>
    /// <param name="file">Open, and not closed before.</param>
    /// <param name="mailbox">Gets the letter.</param>
    /// <param name="letter">Posted once; never, if the file is closed before.</param>
    /// <remarks>Linux has no such call: the port looks from time to time. Source: fcntl(2), F_OFD_GETLK.</remarks>
    void PostWhenUnlocked<TKind>(Handle file, IMailbox<TKind> mailbox, Letter<TKind> letter)
        where TKind : struct, Enum;

    /// <summary>As <see cref="IHost.Fork"/>, for a body that commands the kernel too.</summary>
    IActivity Fork(string name, Func<IMachine, ValueTask> body);
}
