using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <summary>Copies a skeleton into a directory that nobody else can write yet. Files and directories only; no link is
/// followed.</summary>
/// <remarks>Left out, as in Autodir: what everybody may write, files with several names, files above 1 MiB, links and
/// special files.</remarks>
internal sealed class Skeleton(IFileSystem files, Owner owner)
{
    private const long LengthBytesMax = 1 << 20;
    private const int DepthMax = 32;
    private const int OwnerBits = 0x1C0;
    private const int WorldWrites = 0x2;
    private const int RootOnly = 0x1C0;

    /// <summary>Copies all that is in a directory. Durable on return with Ok, but for the names in
    /// <paramref name="to"/> itself.</summary>
    /// <returns>Ok; ELOOP (deeper than 32 directories); else what a call answered: the copy is not whole.</returns>
    public ValueTask<Errno> Copy(FilePath from, FilePath to) => Copy(from, to, DepthMax);

    private async ValueTask<Errno> Copy(FilePath from, FilePath to, int depth)
    {
        if (depth == 0)
            return Errno.ELOOP;
        Result<Handle> directory = await files.Open(
            from, OpenFlags.ReadOnly | OpenFlags.Directory | OpenFlags.NoFollow);
        if (!directory.IsOk)
            return directory.Errno;
        Errno errno = Errno.Ok;
        Result<DirectoryEntry?> entry = await files.ReadDirectory(directory.Value);
        while (errno == Errno.Ok && entry is { IsOk: true, Value: not null })
        {
            errno = await CopyOne(from / entry.Value.Name, to / entry.Value.Name, depth);
            entry = await files.ReadDirectory(directory.Value);
        }

        await files.Close(directory.Value);
        return errno == Errno.Ok ? entry.Errno : errno;
    }

    private async ValueTask<Errno> CopyOne(FilePath from, FilePath to, int depth)
    {
        Result<FileStatus> status = await files.LinkStat(from);
        if (!status.IsOk)
            return status.Errno;
        FileStatus found = status.Value;
        if ((found.Mode & WorldWrites) != 0)
            return Errno.Ok;
        if (found.Kind == FileKind.Directory)
        {
            Errno errno = await files.MakeDirectory(to, RootOnly);
            if (errno == Errno.Ok)
                errno = await Copy(from, to, depth - 1);
            if (errno == Errno.Ok)
                errno = await GiveAway(to, found);
            return errno == Errno.Ok ? await DirectorySync.Of(files, to, "fsync(skeleton)") : errno;
        }

        bool isPlain = found is { Kind: FileKind.Regular, Links: 1, LengthBytes: <= LengthBytesMax };
        return isPlain ? await CopyFile(from, to, found) : Errno.Ok;
    }

    private async ValueTask<Errno> CopyFile(FilePath from, FilePath to, FileStatus found)
    {
        Result<Handle> source = await files.Open(from, OpenFlags.ReadOnly | OpenFlags.NoFollow);
        if (!source.IsOk)
            return source.Errno;
        Result<Handle> target = await files.Open(
            to, OpenFlags.WriteOnly | OpenFlags.Create | OpenFlags.Exclusive, RootOnly);
        Errno errno = target.IsOk ? await Pump(source.Value, target.Value) : target.Errno;
        if (errno == Errno.Ok)
            errno = await GiveAway(to, found);
        if (errno == Errno.Ok)
            errno = await files.Sync(target.Value, "fsync(skeleton)");
        if (target.IsOk)
            await files.Close(target.Value);
        await files.Close(source.Value);
        return errno;
    }

    private async ValueTask<Errno> Pump(Handle source, Handle target)
    {
        byte[] buffer = new byte[1 << 16];
        while (true)
        {
            Result<int> read = await files.Read(source, buffer);
            if (!read.IsOk || read.Value == 0)
                return read.Errno;
            for (int written = 0; written < read.Value;)
            {
                Result<int> more = await files.Write(target, buffer.AsMemory(written, read.Value - written));
                if (!more.IsOk)
                    return more.Errno;
                written += more.Value;
            }
        }
    }

    /// <summary>The bits of the owner are kept, those of all others are not.</summary>
    private async ValueTask<Errno> GiveAway(FilePath path, FileStatus found)
    {
        Errno errno = await files.ChangeOwner(path, owner.UserId, owner.GroupId);
        return errno == Errno.Ok ? await files.ChangeMode(path, found.Mode & OwnerBits) : errno;
    }
}
