using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>Decides a manifest of F1, each message for itself, by whether its source is still there.</summary>
internal sealed class F1Resolution(IHost host, SpoolCalls calls, Places places)
{
    /// <summary>Messages taken back.</summary>
    public int RolledBack { get; private set; }

    /// <summary>Messages finished.</summary>
    public int RolledForward { get; private set; }

    /// <summary>Takes back or finishes every message of a manifest, then removes it.</summary>
    /// <param name="manifest">Whole.</param>
    /// <param name="queuesAreOpen">False: they are opened if it must be, and only if they are what they were.</param>
    /// <returns>False if anything failed; then the manifest is still there and hides its copies.</returns>
    public async ValueTask<bool> Resolve(Manifest manifest, bool queuesAreOpen)
    {
        List<int> unfinished = [];
        for (int i = 0; i < manifest.Messages.Count; i++)
        {
            Presence source = await calls.LookFor(manifest.Messages[i], manifest.Spool);
            if (source == Presence.Unknown)
                return false;
            if (source == Presence.Present)
                unfinished.Add(i + 1);
        }

        int finished = manifest.Messages.Count - unfinished.Count;
        if (unfinished.Count > 0 && !await RollBack(manifest, queuesAreOpen, unfinished))
            return false;
        if (finished > 0 && !await MakeCommitDurable(manifest))
            return false;
        if (!await calls.Remove(manifest.Path))
            return false;
        RolledBack += unfinished.Count;
        RolledForward += finished;
        return true;
    }

    // s present: unlink every d; fsync every D; only then may m go, or a later crash leaves a d that nothing hides.
    private async ValueTask<bool> RollBack(Manifest manifest, bool queuesAreOpen, List<int> unfinished)
    {
        bool reached = queuesAreOpen || await places.OpenSame(manifest.Queues);
        bool back = reached && await RemoveCopies(manifest, unfinished);
        if (!queuesAreOpen)
            await places.CloseQueues();
        return back;
    }

    private async ValueTask<bool> RemoveCopies(Manifest manifest, List<int> unfinished)
    {
        foreach (int index in unfinished)
        {
            foreach (Queue queue in places.Queues)
            {
                if (!await calls.Remove(queue.Path / SpoolName.Copy(manifest.Stem, index)))
                    return false;
            }
        }

        host.Reach(F1Point.CopiesUnlinked);
        if (!await places.SyncQueues("fsync(D) in recovery"))
            return false;
        host.Reach(F1Point.RolledBack);
        return true;
    }

    // s absent: after the crash of a process alone, it may be absent in the page cache only.
    private async ValueTask<bool> MakeCommitDurable(Manifest manifest)
    {
        if (!await calls.Sync(places.Spool, manifest.Spool, "fsync(S) in recovery"))
        {
            calls.Notes.Stopped = true;
            host.Reach(F1Point.Stopped);
            return false;
        }

        host.Reach(F1Point.RolledForward);
        return true;
    }
}
