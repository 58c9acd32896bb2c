using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>C1 to C6 with every fsync they need.</summary>
internal sealed class F0Copy
{
    private readonly IHost host;
    private readonly SpoolOptions options;
    private readonly SpoolNotes notes = new();
    private readonly SpoolCalls calls;
    private readonly Places places;

    public F0Copy(IHost host, SpoolOptions options)
    {
        this.host = host;
        this.options = options;
        calls = new SpoolCalls(host.Files, notes);
        places = new Places(calls, options.Spool);
    }

    /// <summary>Copies messages under the spool's lock, one after the other.</summary>
    public async ValueTask<SpoolOutcome> Run(IReadOnlyList<FilePath> messages)
    {
        // What another copier left behind comes first: its t and m would be taken for ours.
        if (await places.Open()
            && await new F0Recovery(host, options.Spool, calls, places).ResolveAll()
            && await places.OpenQueues(options.Destinations))
        {
            foreach (Message message in await Queued.Find(calls, options.Spool, messages))
            {
                if (!notes.Stopped)
                    await Copy(SeedNames.Of(options.Spool, message.Name), message);
            }
        }

        await places.Close();
        return notes.Outcome();
    }

    private async ValueTask Copy(SeedNames names, Message message)
    {
        if (!await ListDestinations(names))
            return;
        List<Queue> made = [];
        if (!await MakeCopies(names, message, made))
        {
            await TakeBack(names, made);
            return;
        }

        if (!await DeleteSource(names))
            return;
        if (await calls.Remove(names.Manifest))
            host.Reach(AsWrittenPoint.ManifestDeleted); // C6
        notes.Messages.Add(message.Name);
    }

    // C1, C1.1, C1.2, and the manifest is durable before any copy exists
    private async ValueTask<bool> ListDestinations(SeedNames names)
    {
        FilePath t = names.Temporary;
        if (!await calls.WriteNew(t, SeedNames.List(options.Destinations), null, 0, "fsync(t)"))
        {
            await calls.Remove(t);
            return false;
        }

        host.Reach(AsWrittenPoint.DestinationsWritten);
        if (notes.Failed(await calls.Files.Rename(t, names.Manifest), "rename", t))
            return false;
        host.Reach(AsWrittenPoint.ManifestNamed);
        return await calls.Sync(places.Spool, options.Spool, "fsync(S) after m");
    }

    // C2, C3, and the names of the copies are durable before the source goes
    private async ValueTask<bool> MakeCopies(SeedNames names, Message message, List<Queue> made)
    {
        List<Handle> copies = [];
        bool good = true;
        foreach (Queue queue in places.Queues)
            good = good && await Write(names, queue, message, copies, made);
        if (good)
            host.Reach(AsWrittenPoint.CopiesWritten);
        for (int i = 0; i < copies.Count; i++)
        {
            FilePath d = names.Copy(made[i].Path);
            good = good && await calls.Sync(copies[i], d, "fsync(d)");
            good = await calls.Close(copies[i], d) && good;
        }

        if (!good || !await places.SyncQueues("fsync(D)"))
            return false;
        host.Reach(AsWrittenPoint.CopiesSynced);
        return true;
    }

    private async ValueTask<bool> Write(
        SeedNames names, Queue queue, Message message, List<Handle> copies, List<Queue> made)
    {
        FilePath d = names.Copy(queue.Path);
        if (await calls.Create(d, OpenFlags.Truncate) is not Handle copy)
            return false;
        copies.Add(copy);
        made.Add(queue);
        return await calls.Append(copy, d, [], names.Source, message.LengthBytes);
    }

    // C5, durable before C6
    private async ValueTask<bool> DeleteSource(SeedNames names)
    {
        if (!await calls.Remove(names.Source))
            return false;
        host.Reach(AsWrittenPoint.SourceDeleted);
        if (await calls.Sync(places.Spool, options.Spool, "fsync(S) commit"))
            return true;
        notes.Stopped = true;
        host.Reach(AsWrittenPoint.Stopped);
        return false;
    }

    private async ValueTask TakeBack(SeedNames names, List<Queue> made)
    {
        bool gone = true;
        foreach (Queue queue in made)
            gone = await calls.Remove(names.Copy(queue.Path)) && gone;
        if (gone && await places.SyncQueues("fsync(D) in recovery"))
            await calls.Remove(names.Manifest);
    }
}
