using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>The recovery of F1: no manifest outlives it, unless something cannot be reached.</summary>
/// <param name="host">Where.</param>
/// <param name="spool">The directory S.</param>
/// <param name="calls">Notes failures.</param>
/// <param name="places">Open, and so locked.</param>
internal sealed class F1Recovery(IHost host, FilePath spool, SpoolCalls calls, Places places)
{
    private readonly SpoolNotes notes = calls.Notes;
    private readonly F1Resolution resolution = new(host, calls, places);

    /// <summary>Recovers under the spool's lock.</summary>
    public static async ValueTask<SpoolOutcome> Run(IHost host, SpoolOptions options)
    {
        SpoolNotes notes = new();
        SpoolCalls calls = new(host.Files, notes);
        Places places = new(calls, options.Spool);
        if (await places.Open())
            await new F1Recovery(host, options.Spool, calls, places).ResolveAndSettle();
        await places.Close();
        return notes.Outcome();
    }

    /// <summary>Decides every manifest that is there, and makes that durable.</summary>
    private async ValueTask ResolveAndSettle()
    {
        await ResolveAll();

        // No claim needs this one: without it, every crash of a copier could leave one more manifest to the next. It is
        // made even when nothing was removed: an earlier recovery may have been killed between its unlink and here.
        if (!notes.Stopped)
            await calls.Sync(places.Spool, spool, "fsync(S) after recovery");
    }

    /// <summary>Decides every manifest that is there.</summary>
    /// <returns>True when none is left.</returns>
    public async ValueTask<bool> ResolveAll()
    {
        int failuresBefore = notes.FailureCount;
        if (await calls.List(places.Spool, spool) is not List<FilePath> names)
            return false;
        foreach (FilePath name in names)
        {
            if (!notes.Stopped)
                await Recover(name);
        }

        notes.RolledBack = resolution.RolledBack;
        notes.RolledForward = resolution.RolledForward;
        return notes.FailureCount == failuresBefore;
    }

    private async ValueTask Recover(FilePath name)
    {
        if (SpoolName.Parse(name) is not SpoolName parsed)
            return;
        if (parsed.Prefix != (byte)'m')
        {
            notes.Unexpected.Add(name);
            return;
        }

        // A manifest that cannot be read for EIO may be whole: it stays, and goes on hiding its copies.
        if (await calls.ReadAll(spool / name) is not byte[] bytes)
            return;
        if (Manifest.Decode(bytes) is Manifest manifest)
        {
            await resolution.Resolve(manifest with { Spool = spool, Stem = parsed.Stem }, false);
            return;
        }

        // It is torn: step 1 never ended, so none of its copies was made.
        if (await calls.Remove(spool / name))
            host.Reach(F1Point.TornIntentDropped);
    }
}
