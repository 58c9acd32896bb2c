using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>The recovery of F3: it looks into the queues, and asks of each hidden copy whether its source is there.
/// </summary>
/// <param name="host">Where.</param>
/// <param name="options">The spool.</param>
/// <param name="calls">Notes failures.</param>
/// <param name="places">Open with all queues, and so locked.</param>
/// <param name="publication">How a copy gets its final name.</param>
internal sealed class F3Recovery(
    IHost host, SpoolOptions options, SpoolCalls calls, Places places, F3Publication publication)
{
    private readonly SpoolNotes notes = calls.Notes;

    /// <summary>Recovers under the spool's lock.</summary>
    public static async ValueTask<SpoolOutcome> Run(IHost host, SpoolOptions options, bool byLink)
    {
        SpoolNotes notes = new();
        SpoolCalls calls = new(host.Files, notes);
        Places places = new(calls, options.Spool);
        F3Publication publication = new(host, calls, byLink);
        if (await places.Open() && await places.OpenQueues(options.Destinations))
            await new F3Recovery(host, options, calls, places, publication).ResolveAll();
        await places.Close();
        return notes.Outcome();
    }

    /// <summary>Decides every hidden copy of this spool.</summary>
    /// <returns>True when none is left.</returns>
    public async ValueTask<bool> ResolveAll()
    {
        int failuresBefore = notes.FailureCount;
        if (await FindHidden() is not SortedDictionary<FilePath, List<Queue>> hidden)
            return false;
        foreach ((FilePath stem, List<Queue> holders) in hidden)
        {
            if (!notes.Stopped)
                await Resolve(stem, holders);
        }

        return notes.FailureCount == failuresBefore;
    }

    // Which queues hold a hidden copy of each stem of this spool; null where a queue cannot be read.
    private async ValueTask<SortedDictionary<FilePath, List<Queue>>?> FindHidden()
    {
        SortedDictionary<FilePath, List<Queue>> hidden = [];
        foreach (Queue queue in places.Queues)
        {
            if (await calls.List(queue.Directory, queue.Path) is not List<FilePath> names)
                return null;
            foreach (FilePath name in names)
            {
                if (SpoolName.Parse(name) is not { Prefix: (byte)'d' } copy || !copy.IsOf(options.Spool))
                    continue;
                if (!hidden.TryGetValue(copy.Stem, out List<Queue>? holders))
                    hidden.Add(copy.Stem, holders = []);
                holders.Add(queue);
            }
        }

        return hidden;
    }

    private async ValueTask Resolve(FilePath stem, List<Queue> holders)
    {
        switch (await LookForSource(stem, holders))
        {
            case Presence.Present when await RollBack(stem, holders):
                notes.RolledBack++;
                break;
            case Presence.Absent when await RollForward(stem, holders):
                notes.RolledForward++;
                break;
        }
    }

    // A copy whose header is torn was not durable when the crash came, so its source is still there.
    private async ValueTask<Presence> LookForSource(FilePath stem, List<Queue> holders)
    {
        foreach (Queue queue in holders)
        {
            if (await calls.ReadAll(queue.Path / SpoolName.Copy(stem, 1)) is not byte[] copy)
                return Presence.Unknown;
            if (CopyHeader.Decode(copy) is (CopyHeader header, _))
                return await calls.LookFor(header.Message, options.Spool);
        }

        return Presence.Present;
    }

    private async ValueTask<bool> RollBack(FilePath stem, List<Queue> holders)
    {
        foreach (Queue queue in holders)
        {
            if (!await calls.Remove(queue.Path / SpoolName.Copy(stem, 1)))
                return false;
        }

        host.Reach(F3Point.CopiesUnlinked);
        if (!await places.SyncQueues("fsync(D) in recovery"))
            return false;
        host.Reach(F3Point.RolledBack);
        return true;
    }

    // After the crash of a process alone, the source may be absent in the page cache only.
    private async ValueTask<bool> RollForward(FilePath stem, List<Queue> holders)
    {
        if (!await calls.Sync(places.Spool, options.Spool, "fsync(S) in recovery"))
        {
            notes.Stopped = true;
            host.Reach(F3Point.Stopped);
            return false;
        }

        host.Reach(F3Point.RolledForward);
        foreach (Queue queue in holders)
        {
            if (!await publication.Publish(queue, stem))
                return false;
        }

        return true;
    }
}
