using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>A file of a queue that may be a copy.</summary>
/// <param name="Gate">It must not be taken while this file exists; null where nothing hides it.</param>
/// <param name="Subject">Whose copy it is; null where its header says so.</param>
internal sealed record Candidate(FilePath? Gate, FilePath? Subject);

/// <summary>Takes what can be seen in a queue, hands it over and removes it.</summary>
internal sealed class Consumer
{
    private readonly IHost host;
    private readonly FilePath spool;
    private readonly FilePath queue;
    private readonly Func<FilePath, Candidate?> candidateOf;
    private readonly SpoolNotes notes = new();
    private readonly SpoolCalls calls;

    /// <summary>A consumer of one queue.</summary>
    /// <param name="host">Where.</param>
    /// <param name="options">The spool that feeds the queue.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="candidateOf">What a name is by the protocol's rule of visibility; null for none of ours.</param>
    public Consumer(IHost host, SpoolOptions options, FilePath queue, Func<FilePath, Candidate?> candidateOf)
    {
        this.host = host;
        spool = options.Spool;
        this.queue = queue;
        this.candidateOf = candidateOf;
        calls = new SpoolCalls(host.Files, notes);
    }

    /// <summary>Delivers all that can be seen now.</summary>
    /// <param name="locks">False lets two consumers work on one queue, as the seed does.</param>
    public async ValueTask<SpoolOutcome> Run(bool locks = true)
    {
        if (await calls.OpenDirectory(queue) is Handle directory)
        {
            if (!locks || await Lock(directory))
                await DeliverAll(directory);
            await calls.Close(directory, queue);
        }

        return notes.Outcome();
    }

    private async ValueTask<bool> Lock(Handle directory)
    {
        Errno locked = await calls.Files.Lock(directory, LockMode.Exclusive);
        notes.Busy = locked == Errno.EAGAIN;
        return !notes.Busy && !notes.Failed(locked, "flock", queue);
    }

    private async ValueTask DeliverAll(Handle directory)
    {
        if (await calls.List(directory, queue) is not List<FilePath> names)
            return;
        foreach (FilePath name in names)
        {
            if (candidateOf(name) is Candidate candidate && !await Deliver(directory, name, candidate))
                return;
        }
    }

    private async ValueTask<bool> Deliver(Handle directory, FilePath name, Candidate candidate)
    {
        // The gate is looked at before the copy is read: once it has opened, the copy does not change any more.
        if (candidate.Gate is FilePath gate && await calls.Look(gate) != Presence.Absent)
            return true;
        if (await calls.ReadAll(queue / name, mayBeGone: true) is not byte[] copy)
            return true;
        if (candidate.Subject is FilePath subject)
            return await Hand(directory, name, subject, copy);
        if (CopyHeader.Decode(copy) is not (CopyHeader header, int start))
        {
            notes.Unexpected.Add(name);
            return true;
        }

        return header.Spool != spool
            || await Hand(directory, name, header.Spool / header.Message.Name, copy.AsMemory(start));
    }

    private async ValueTask<bool> Hand(Handle directory, FilePath name, FilePath subject, ReadOnlyMemory<byte> message)
    {
        FilePath path = queue / name;
        if (notes.Failed(await host.Outside.Hand(queue, subject, message), "deliver", path))
            return false;
        host.Reach(ConsumerPoint.Handed);

        // If either of these fails the consumer stops: it would hand over the same message again.
        if (!await calls.Remove(path) || !await calls.Sync(directory, queue, "fsync(D) after delivery"))
            return false;
        host.Reach(ConsumerPoint.Settled);
        notes.Messages.Add(name);
        return true;
    }
}
