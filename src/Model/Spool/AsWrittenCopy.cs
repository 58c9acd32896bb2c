using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>C1 to C6.</summary>
internal sealed class AsWrittenCopy
{
    private readonly IHost host;
    private readonly SpoolOptions options;
    private readonly bool flushIsSync;
    private readonly SpoolNotes notes = new();
    private readonly SpoolCalls calls;

    public AsWrittenCopy(IHost host, SpoolOptions options, bool flushIsSync)
    {
        this.host = host;
        this.options = options;
        this.flushIsSync = flushIsSync;
        calls = new SpoolCalls(host.Files, notes);
    }

    /// <summary>Copies messages, one after the other.</summary>
    public async ValueTask<SpoolOutcome> Run(IReadOnlyList<FilePath> messages)
    {
        foreach (Message message in await Queued.Find(calls, options.Spool, messages))
            await Copy(SeedNames.Of(options.Spool, message.Name), message);
        return notes.Outcome();
    }

    private async ValueTask Copy(SeedNames names, Message message)
    {
        if (!await ListDestinations(names))
            return;
        if (await MakeCopies(names, message) && await Delete(names.Source))
        {
            host.Reach(AsWrittenPoint.SourceDeleted); // C5
            if (await Delete(names.Manifest))
                host.Reach(AsWrittenPoint.ManifestDeleted); // C6
            notes.Messages.Add(message.Name);
            return;
        }

        // "In the failure case, we delete the destination files (and log errors, etc.)."
        foreach (FilePath destination in options.Destinations)
            await calls.Remove(names.Copy(destination));
    }

    // Any answer but Ok is a failure to the seed, ENOENT too.
    private async ValueTask<bool> Delete(FilePath path) =>
        !notes.Failed(await calls.Files.Unlink(path), "unlink", path);

    // C1, C1.1, C1.2
    private async ValueTask<bool> ListDestinations(SeedNames names)
    {
        FilePath t = names.Temporary;
        if (await calls.Look(t) == Presence.Present && !await calls.Remove(t))
            return false;
        if (await calls.Create(t, OpenFlags.Exclusive) is not Handle made)
            return false;
        host.Reach(AsWrittenPoint.TemporaryCreated);
        bool written = await calls.Write(made, t, SeedNames.List(options.Destinations))
            && (!flushIsSync || await calls.Sync(made, t, "fsync(t)"));
        if (!await calls.Close(made, t) || !written)
            return false;
        host.Reach(AsWrittenPoint.DestinationsWritten);
        if (notes.Failed(await calls.Files.Rename(t, names.Manifest), "rename", t))
            return false;
        host.Reach(AsWrittenPoint.ManifestNamed);
        return true;
    }

    // C2, C3
    private async ValueTask<bool> MakeCopies(SeedNames names, Message message)
    {
        List<Handle> copies = [];
        bool good = true;
        foreach (FilePath destination in options.Destinations)
            good = good && await Write(names, destination, message, copies);
        if (good)
            host.Reach(AsWrittenPoint.CopiesWritten);
        for (int i = 0; i < copies.Count; i++)
        {
            FilePath d = names.Copy(options.Destinations[i]);
            good = good && await calls.Sync(copies[i], d, "fsync(d)");
            good = await calls.Close(copies[i], d) && good;
        }

        if (good)
            host.Reach(AsWrittenPoint.CopiesSynced);
        return good;
    }

    private async ValueTask<bool> Write(SeedNames names, FilePath to, Message message, List<Handle> copies)
    {
        FilePath d = names.Copy(to);
        if (await calls.Create(d, OpenFlags.Truncate) is not Handle made)
            return false;
        copies.Add(made);
        return await calls.Append(made, d, [], names.Source, message.LengthBytes);
    }
}
