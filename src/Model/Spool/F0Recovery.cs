using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>R1 to R7 with the fsyncs they need; what cannot be reached stays as it is.</summary>
/// <param name="host">Where.</param>
/// <param name="spool">The directory S.</param>
/// <param name="calls">Notes failures.</param>
/// <param name="places">Open, and so locked.</param>
internal sealed class F0Recovery(IHost host, FilePath spool, SpoolCalls calls, Places places)
{
    private readonly SpoolNotes notes = calls.Notes;

    /// <summary>Recovers under the spool's lock.</summary>
    public static async ValueTask<SpoolOutcome> Run(IHost host, FilePath spool)
    {
        SpoolNotes notes = new();
        SpoolCalls calls = new(host.Files, notes);
        Places places = new(calls, spool);
        if (await places.Open())
            await new F0Recovery(host, spool, calls, places).ResolveAll();
        await places.Close();
        return notes.Outcome();
    }

    /// <summary>Decides every m, and removes every t.</summary>
    /// <returns>True when none is left.</returns>
    public async ValueTask<bool> ResolveAll()
    {
        int failuresBefore = notes.FailureCount;
        if (await calls.List(places.Spool, spool) is not List<FilePath> names)
            return false;

        // R1, and R6: the t of an m that is being taken back goes first.
        foreach (FilePath name in names.Where(name => name.StartsWith("m"u8)))
        {
            if (!notes.Stopped)
                await Resolve(SeedNames.Of(spool, name));
        }

        foreach (FilePath name in names.Where(name => name.StartsWith("t"u8)))
            await calls.Remove(spool / name);
        notes.Unexpected.AddRange(names.Where(name => !"smt.".Contains((char)name.Bytes[0], StringComparison.Ordinal)));
        return notes.FailureCount == failuresBefore;
    }

    private async ValueTask Resolve(SeedNames names)
    {
        switch (await calls.Look(names.Source))
        {
            case Presence.Present when await RollBack(names):
                notes.RolledBack++;
                break;
            case Presence.Absent when await RollForward(names):
                notes.RolledForward++;
                break;
        }
    }

    private async ValueTask<bool> RollBack(SeedNames names)
    {
        // R2.1.1
        Presence temporary = await calls.Look(names.Temporary);
        if (temporary == Presence.Unknown)
            return false;
        if (temporary == Presence.Present)
            return await calls.Remove(names.Temporary) && await calls.Remove(names.Manifest);

        // R2.1.2, and the copies are durably gone before m is
        if (await calls.ReadAll(names.Manifest) is not byte[] list)
            return false;
        bool gone = await places.OpenQueues(SeedNames.Destinations(list)) && await DeleteCopies(names);
        await places.CloseQueues();
        if (!gone || !await calls.Remove(names.Manifest))
            return false;
        host.Reach(AsWrittenPoint.RolledBack);
        return true;
    }

    private async ValueTask<bool> DeleteCopies(SeedNames names)
    {
        foreach (Queue queue in places.Queues)
        {
            if (!await calls.Remove(names.Copy(queue.Path)))
                return false;
        }

        host.Reach(AsWrittenPoint.CopiesDeleted);
        return await places.SyncQueues("fsync(D) in recovery");
    }

    // R3, and the absence of s is durable before m goes
    private async ValueTask<bool> RollForward(SeedNames names)
    {
        if (!await calls.Sync(places.Spool, spool, "fsync(S) in recovery"))
        {
            notes.Stopped = true;
            host.Reach(AsWrittenPoint.Stopped);
            return false;
        }

        if (!await calls.Remove(names.Manifest))
            return false;
        host.Reach(AsWrittenPoint.RolledForward);
        return true;
    }
}
