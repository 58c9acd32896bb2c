using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>A queue, open.</summary>
/// <param name="Identity">To recognise it by.</param>
/// <param name="Directory">The handle its fsyncs go to.</param>
internal sealed record Queue(QueueIdentity Identity, Handle Directory)
{
    /// <summary>Where it is.</summary>
    public FilePath Path => Identity.Path;
}

/// <summary>The spool, open and locked, and the queues that an operation works on.</summary>
internal sealed class Places(SpoolCalls calls, FilePath spool)
{
    private readonly List<long> fileSystems = [];
    private readonly List<Queue> queues = [];
    private Handle? directory;

    /// <summary>The spool's handle.</summary>
    public Handle Spool => directory
        ?? throw new InvalidOperationException($"{spool} is not open: Open answered false or was not called.");

    /// <summary>The open queues.</summary>
    public List<Queue> Queues => queues;

    /// <summary>Opens the spool and takes its lock, which keeps recovery, copier and a second copier apart. It goes
    /// with the process, so that no crash leaves it behind.</summary>
    public async ValueTask<bool> Open()
    {
        directory = await calls.OpenDirectory(spool);
        if (directory is null)
            return false;
        Errno locked = await calls.Files.Lock(Spool, LockMode.Exclusive);
        if (locked == Errno.EAGAIN)
            calls.Notes.Busy = true;
        return locked != Errno.EAGAIN && !calls.Notes.Failed(locked, "flock", spool);
    }

    /// <summary>Opens the queues, all or none.</summary>
    public async ValueTask<bool> OpenQueues(IEnumerable<FilePath> paths)
    {
        Result<FileStatus> status = await calls.Files.StatHandle(Spool);
        if (calls.Notes.Failed(status.Errno, "fstat", spool))
            return false;
        fileSystems.Add(status.Value.FileSystem);
        foreach (FilePath path in paths)
        {
            if (!await OpenQueue(path))
                return false;
        }

        return true;
    }

    /// <summary>Opens the queues of a manifest, all or none, and only if they are the same as when it was
    /// written.</summary>
    public async ValueTask<bool> OpenSame(IReadOnlyList<QueueIdentity> identities)
    {
        if (!await OpenQueues(identities.Select(identity => identity.Path)))
            return false;
        for (int i = 0; i < identities.Count; i++)
        {
            if (queues[i].Identity == identities[i])
                continue;
            calls.Notes.Wrong("fstat", identities[i].Path, "not the directory of the time of the copy: not mounted?");
            return false;
        }

        return true;
    }

    /// <summary>Makes the entries of all queues durable.</summary>
    public async ValueTask<bool> SyncQueues(string point)
    {
        foreach (Queue queue in queues)
        {
            if (!await calls.Sync(queue.Directory, queue.Path, point))
                return false;
        }

        return true;
    }

    /// <summary>Gives the queues' handles back.</summary>
    public async ValueTask CloseQueues()
    {
        foreach (Queue queue in queues)
            await calls.Close(queue.Directory, queue.Path);
        queues.Clear();
        fileSystems.Clear();
    }

    /// <summary>Gives everything back, the lock last.</summary>
    public async ValueTask Close()
    {
        await CloseQueues();
        if (directory is Handle open)
            await calls.Close(open, spool);
        directory = null;
    }

    private async ValueTask<bool> OpenQueue(FilePath path)
    {
        if (await calls.OpenDirectory(path) is not Handle handle)
            return false;
        Result<FileStatus> status = await calls.Files.StatHandle(handle);
        long device = status.Value.FileSystem;
        if (!fileSystems.Contains(device))
            fileSystems.Add(device);
        queues.Add(new(new(path, status.Value.Inode, fileSystems.IndexOf(device)), handle));
        return !calls.Notes.Failed(status.Errno, "fstat", path);
    }
}
