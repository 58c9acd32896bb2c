using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>R1 to R7.</summary>
internal sealed class AsWrittenRecovery
{
    private readonly IHost host;
    private readonly FilePath spool;
    private readonly SpoolNotes notes = new();
    private readonly SpoolCalls calls;

    public AsWrittenRecovery(IHost host, FilePath spool)
    {
        this.host = host;
        this.spool = spool;
        calls = new SpoolCalls(host.Files, notes);
    }

    /// <summary>Recovers, without a lock.</summary>
    public async ValueTask<SpoolOutcome> Run()
    {
        if (await calls.OpenDirectory(spool) is not Handle directory)
            return notes.Outcome();

        // R1. "Loop 1": loop through all files in the directory (using readdir).
        while (await Next(directory) is FilePath name)
            await LoopOne(name);

        // R6. "Loop 2".
        await calls.Files.RewindDirectory(directory);
        while (await Next(directory) is FilePath name)
            await LoopTwo(name);

        // R7. Stop.
        await calls.Close(directory, spool);
        return notes.Outcome();
    }

    private async ValueTask<FilePath?> Next(Handle directory)
    {
        Result<DirectoryEntry?> entry = await calls.Files.ReadDirectory(directory);
        return notes.Failed(entry.Errno, "readdir", spool) ? null : entry.Value?.Name;
    }

    private async ValueTask LoopOne(FilePath name)
    {
        // R2. If the filename returned by readdir() cannot be stat()ed, ignore it.
        if (!await IsThere(spool / name))
            return;
        switch (name.Bytes[0])
        {
            case (byte)'m':
                await Manifest(SeedNames.Of(spool, name));
                break;
            case (byte)'t' or (byte)'s':
                break; // R4, R5
            default:
                notes.Unexpected.Add(name); // R5
                break;
        }
    }

    private async ValueTask Manifest(SeedNames names)
    {
        // R2.1. Look for S/sXXX. If it doesn't exist, go to R3.
        if (!await IsThere(names.Source))
        {
            // R3. There must have been a crash in step C6.
            await calls.Remove(names.Manifest);
            host.Reach(AsWrittenPoint.RolledForward);
            return;
        }

        if (await IsThere(names.Temporary))
        {
            // R2.1.1. We experienced a crash at step C1.2. No destination files will exist, so delete t and m.
            await calls.Remove(names.Temporary);
            await calls.Remove(names.Manifest);
            host.Reach(AsWrittenPoint.BothNamesDeleted);
            return;
        }

        // R2.1.2. For each directory listed in S/mXXX, delete any instance of dXXX. Also delete S/mXXX.
        byte[] list = await calls.ReadAll(names.Manifest) ?? [];
        foreach (FilePath destination in SeedNames.Destinations(list))
            await calls.Remove(names.Copy(destination));
        host.Reach(AsWrittenPoint.CopiesDeleted);
        await calls.Remove(names.Manifest);
        host.Reach(AsWrittenPoint.RolledBack);
    }

    private async ValueTask LoopTwo(FilePath name)
    {
        switch (name.Bytes[0])
        {
            case (byte)'t':
                // R6.1. There must have been a crash at step C1 or C2.
                await calls.Remove(spool / name);
                host.Reach(AsWrittenPoint.TemporaryDeleted);
                break;
            case (byte)'m' when await IsThere(spool / name):
                // R6.2. This is a catastrophic failure of the strategy!
                notes.Wrong("stat", spool / name, "the first loop failed: a catastrophic failure of the strategy");
                host.Reach(AsWrittenPoint.CatastropheMet);
                break;
        }
    }

    // The seed asks only whether stat succeeds; why it does not, it does not ask.
    private async ValueTask<bool> IsThere(FilePath path) => (await calls.Files.Stat(path)).IsOk;
}
