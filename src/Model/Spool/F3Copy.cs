using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>The copier of F3, a message at a time.</summary>
internal sealed class F3Copy
{
    private const int Tries = 2;

    private readonly IHost host;
    private readonly SpoolOptions options;
    private readonly SpoolNotes notes = new();
    private readonly SpoolCalls calls;
    private readonly Places places;
    private readonly F3Publication publication;

    public F3Copy(IHost host, SpoolOptions options, bool byLink)
    {
        this.host = host;
        this.options = options;
        calls = new SpoolCalls(host.Files, notes);
        places = new Places(calls, options.Spool);
        publication = new F3Publication(host, calls, byLink);
    }

    /// <summary>Copies messages under the spool's lock.</summary>
    public async ValueTask<SpoolOutcome> Run(IReadOnlyList<FilePath> names)
    {
        // What another copier left behind comes first: once we had moved its message, its copies would look committed.
        if (await places.Open()
            && await places.OpenQueues(options.Destinations)
            && await new F3Recovery(host, options, calls, places, publication).ResolveAll())
        {
            foreach (Message message in await Queued.Find(calls, options.Spool, names))
            {
                if (!notes.Stopped)
                    await Copy(message);
            }
        }

        await places.Close();
        return notes.Outcome();
    }

    private async ValueTask Copy(Message message)
    {
        int failuresBefore = notes.FailureCount;
        for (int tries = 0; tries < Tries; tries++)
        {
            // A failed fsync leaves pages that look clean, so neither its file nor its nonce is used again.
            FilePath stem = SpoolName.Fresh(host, options.Spool);
            if (!await MakeCopies(stem, message))
            {
                if (!await RemoveCopies(stem))
                    return;
                continue;
            }

            if (await Commit(message) && await Publish(stem))
            {
                notes.Messages.Add(message.Name);
                notes.MadeGood(failuresBefore);
            }

            return;
        }
    }

    // for each D: creat D/d; write; fsync(d); then fsync(D)
    private async ValueTask<bool> MakeCopies(FilePath stem, Message message)
    {
        byte[] header = new CopyHeader(options.Spool, message).Encode();
        FilePath source = options.Spool / message.Name;
        foreach (Queue queue in places.Queues)
        {
            FilePath copy = queue.Path / SpoolName.Copy(stem, 1);
            if (!await calls.WriteNew(copy, header, source, message.LengthBytes, "fsync(d)"))
                return false;
        }

        host.Reach(F3Point.CopiesWritten);
        if (!await places.SyncQueues("fsync(D)"))
            return false;
        host.Reach(F3Point.CopiesDurable);
        return true;
    }

    private async ValueTask<bool> RemoveCopies(FilePath stem)
    {
        foreach (Queue queue in places.Queues)
        {
            if (!await calls.Remove(queue.Path / SpoolName.Copy(stem, 1)))
                return false;
        }

        return await places.SyncQueues("fsync(D) in recovery");
    }

    // unlink S/s; fsync(S)
    private async ValueTask<bool> Commit(Message message)
    {
        if (!await calls.Remove(options.Spool / message.Name))
            return false;
        host.Reach(F3Point.SourceUnlinked);
        if (!await calls.Sync(places.Spool, options.Spool, "fsync(S) commit"))
        {
            notes.Stopped = true;
            host.Reach(F3Point.Stopped);
            return false;
        }

        host.Reach(F3Point.Committed);
        return true;
    }

    private async ValueTask<bool> Publish(FilePath stem)
    {
        foreach (Queue queue in places.Queues)
        {
            if (!await publication.Publish(queue, stem))
                return false;
        }

        return true;
    }
}
