using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>The recovery of F1: no manifest outlives it, unless something cannot be reached.</summary>
internal sealed class F1Recovery
{
    private readonly IHost host;
    private readonly FilePath spool;
    private readonly SpoolNotes notes = new();
    private readonly SpoolCalls calls;
    private readonly Places places;
    private readonly F1Resolution resolution;

    public F1Recovery(IHost host, SpoolOptions options)
    {
        this.host = host;
        spool = options.Spool;
        calls = new SpoolCalls(host.Files, notes);
        places = new Places(calls, spool);
        resolution = new F1Resolution(host, calls, places);
    }

    /// <summary>Recovers under the spool's lock.</summary>
    public async ValueTask<SpoolOutcome> Run()
    {
        if (await places.Open() && await calls.List(places.Spool, spool) is List<FilePath> names)
        {
            foreach (FilePath name in names)
            {
                if (!notes.Stopped)
                    await Recover(name);
            }
        }

        await places.Close();
        notes.RolledBack = resolution.RolledBack;
        notes.RolledForward = resolution.RolledForward;
        return notes.Outcome();
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
            await resolution.Resolve(manifest with { Spool = spool, Stem = parsed.Stem }, queuesAreOpen: false);
            return;
        }

        // It is torn: step 1 never ended, so none of its copies was made.
        if (await calls.Remove(spool / name))
            host.Reach(F1Point.TornIntentDropped);
    }
}
