using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>The copier of F1, a batch at a time.</summary>
internal sealed class F1Copy
{
    private const int Tries = 2;

    private readonly IHost host;
    private readonly SpoolOptions options;
    private readonly SpoolNotes notes = new();
    private readonly SpoolCalls calls;
    private readonly Places places;

    public F1Copy(IHost host, SpoolOptions options)
    {
        this.host = host;
        this.options = options;
        calls = new SpoolCalls(host.Files, notes);
        places = new Places(calls, options.Spool);
    }

    /// <summary>Copies messages under the spool's lock.</summary>
    public async ValueTask<SpoolOutcome> Run(IReadOnlyList<FilePath> names)
    {
        // What another copier left behind comes first: once we had moved its message, its copies would look committed.
        if (await places.Open()
            && await new F1Recovery(host, options.Spool, calls, places).ResolveAll()
            && await places.OpenQueues(options.Destinations))
        {
            for (int first = 0; first < names.Count && !notes.Stopped; first += options.BatchSize)
                await CopyBatch(names, first);
        }

        await places.Close();
        return notes.Outcome();
    }

    private async ValueTask CopyBatch(IReadOnlyList<FilePath> names, int first)
    {
        List<Message> batch = await Queued.Find(calls, options.Spool, names, first, options.BatchSize);
        int failuresBefore = notes.FailureCount;
        for (int tries = 0; tries < Tries && batch.Count > 0; tries++)
        {
            // A failed fsync leaves pages that look clean, so neither its file nor its nonce is used again.
            Manifest manifest = new(
                SpoolName.Fresh(host, options.Spool),
                options.Spool,
                places.Queues.ConvertAll(queue => queue.Identity),
                batch);
            if (await CopyUnder(manifest, batch))
            {
                batch.ForEach(message => notes.Messages.Add(message.Name));
                notes.MadeGood(failuresBefore);
                return;
            }

            if (notes.Stopped || !await ClearAway(manifest) || !CanStartAfresh)
                return;
        }
    }

    private bool CanStartAfresh => notes.Last is { } last
        && (last.Errno == Errno.EEXIST || last.Call.StartsWith("fsync", StringComparison.Ordinal));

    private async ValueTask<bool> CopyUnder(Manifest manifest, List<Message> batch) =>
        await MakeIntentDurable(manifest)
        && await MakeCopies(manifest, batch)
        && await Commit(batch)
        && await Publish(manifest);

    // 1 creat S/m; write; fsync(m); fsync(S)
    private async ValueTask<bool> MakeIntentDurable(Manifest manifest)
    {
        if (!await calls.WriteNew(manifest.Path, manifest.Encode(), null, 0, "fsync(m)"))
            return false;
        host.Reach(F1Point.ManifestWritten);
        if (!await calls.Sync(places.Spool, options.Spool, "fsync(S) after m"))
            return false;
        host.Reach(F1Point.IntentDurable);
        return true;
    }

    // 2 for each D: creat D/d; write; fsync(d)     3 for each D: fsync(D)
    private async ValueTask<bool> MakeCopies(Manifest manifest, List<Message> batch)
    {
        for (int i = 0; i < batch.Count; i++)
        {
            byte[] header = new CopyHeader(options.Spool, batch[i]).Encode();
            FilePath source = options.Spool / batch[i].Name;
            foreach (Queue queue in places.Queues)
            {
                FilePath copy = queue.Path / SpoolName.Copy(manifest.Stem, i + 1);
                if (!await calls.WriteNew(copy, header, source, batch[i].LengthBytes, "fsync(d)"))
                    return false;
            }
        }

        host.Reach(F1Point.CopiesWritten);
        if (!await places.SyncQueues("fsync(D)"))
            return false;
        host.Reach(F1Point.CopiesDurable);
        return true;
    }

    // 4 unlink S/s; fsync(S)
    private async ValueTask<bool> Commit(List<Message> batch)
    {
        foreach (Message message in batch)
        {
            if (!await calls.Remove(options.Spool / message.Name))
                return false;
        }

        host.Reach(F1Point.SourcesUnlinked);
        if (!await calls.Sync(places.Spool, options.Spool, "fsync(S) commit"))
        {
            notes.Stopped = true;
            host.Reach(F1Point.Stopped);
            return false;
        }

        host.Reach(F1Point.Committed);
        return true;
    }

    // 5 unlink S/m. No fsync: a manifest that comes back hides its copies only until the next recovery.
    private async ValueTask<bool> Publish(Manifest manifest)
    {
        if (!await calls.Remove(manifest.Path))
            return false;
        host.Reach(F1Point.Published);
        return true;
    }

    private async ValueTask<bool> ClearAway(Manifest manifest)
    {
        // Whatever failed, the spool says what holds: a source that is there has only unfinished copies.
        F1Resolution resolution = new(host, calls, places);
        bool clear = await resolution.Resolve(manifest, queuesAreOpen: true);
        return clear && resolution.RolledForward == 0;
    }
}
