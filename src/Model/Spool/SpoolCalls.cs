using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>Whether a file is there, as far as it can be known.</summary>
internal enum Presence
{
    /// <summary>It is.</summary>
    Present,

    /// <summary>ENOENT: it is not. No other errno says so.</summary>
    Absent,

    /// <summary>The call failed; nothing may be concluded.</summary>
    Unknown,
}

/// <summary>File calls whose failures go into the notes: each answers whether to go on.</summary>
internal sealed class SpoolCalls(IFileSystem files, SpoolNotes notes)
{
    private const int OwnerOnly = 0x180;

    /// <summary>The port.</summary>
    public IFileSystem Files => files;

    /// <summary>Where failures go.</summary>
    public SpoolNotes Notes => notes;

    /// <summary>stat(2), asked for presence alone.</summary>
    public async ValueTask<Presence> Look(FilePath path)
    {
        Result<FileStatus> status = await files.Stat(path);
        if (status.Errno == Errno.ENOENT)
            return Presence.Absent;
        return notes.Failed(status.Errno, "stat", path) ? Presence.Unknown : Presence.Present;
    }

    /// <summary>Whether a message is still in its spool; another one under its name is not it.</summary>
    public async ValueTask<Presence> LookFor(Message message, FilePath spool)
    {
        FilePath path = spool / message.Name;
        Result<FileStatus> status = await files.LinkStat(path);
        if (status.Errno == Errno.ENOENT)
            return Presence.Absent;
        if (notes.Failed(status.Errno, "lstat", path))
            return Presence.Unknown;
        return Message.Of(message.Name, status.Value) == message ? Presence.Present : Presence.Absent;
    }

    /// <summary>unlink(2). A name that is gone already is as good: the reply to an earlier try may have been
    /// lost.</summary>
    public ValueTask<bool> Remove(FilePath path) => Noted(files.Unlink(path), "unlink", path, Errno.ENOENT);

    /// <summary>fsync(2) of an open file or directory, once.</summary>
    public ValueTask<bool> Sync(Handle file, FilePath path, string point) =>
        Noted(files.Sync(file, point), point, path);

    /// <summary>Makes a file that its owner alone may read, and opens it for writing.</summary>
    /// <param name="path">Where.</param>
    /// <param name="ifTaken">Exclusive: a taken name is a failure; Truncate: its file is rewritten.</param>
    public ValueTask<Handle?> Create(FilePath path, OpenFlags ifTaken) =>
        Opened(files.Open(path, OpenFlags.WriteOnly | OpenFlags.Create | ifTaken, OwnerOnly), path);

    /// <summary>Opens a directory.</summary>
    public ValueTask<Handle?> OpenDirectory(FilePath path) =>
        Opened(files.Open(path, OpenFlags.ReadOnly | OpenFlags.Directory), path);

    /// <summary>Gives a handle back.</summary>
    public ValueTask<bool> Close(Handle file, FilePath path) => Noted(files.Close(file), "close", path);

    /// <summary>The regular files of an open directory in byte order, or null.</summary>
    public async ValueTask<List<FilePath>?> List(Handle directory, FilePath path)
    {
        List<FilePath> names = [];
        while (true)
        {
            Result<DirectoryEntry?> entry = await files.ReadDirectory(directory);
            if (notes.Failed(entry.Errno, "readdir", path))
                return null;
            if (entry.Value is null)
                break;
            if (entry.Value.Kind == FileKind.Regular)
                names.Add(entry.Value.Name);
        }

        names.Sort();
        return names;
    }

    /// <summary>All bytes of a file, or null.</summary>
    /// <param name="path">Which.</param>
    /// <param name="mayBeGone">True where ENOENT is no failure.</param>
    public async ValueTask<byte[]?> ReadAll(FilePath path, bool mayBeGone = false)
    {
        Result<Handle> file = await files.Open(path, OpenFlags.ReadOnly | OpenFlags.NoFollow);
        if (mayBeGone && file.Errno == Errno.ENOENT)
            return null;
        if (notes.Failed(file.Errno, "open", path))
            return null;
        byte[]? bytes = await ReadAll(file.Value, path);
        return await Close(file.Value, path) ? bytes : null;
    }

    /// <summary>Writes all bytes, in as many calls as it takes.</summary>
    public ValueTask<bool> Write(Handle file, FilePath path, ReadOnlyMemory<byte> bytes) =>
        Pump.Write(files, notes, file, path, bytes);

    /// <summary>Makes a new file that holds <paramref name="head"/> and then all of <paramref name="body"/>, durable
    /// but for its name.</summary>
    /// <param name="path">A name that is free.</param>
    /// <param name="head">What comes first.</param>
    /// <param name="body">A file to be copied; null for none.</param>
    /// <param name="lengthBytes">How long that file is.</param>
    /// <param name="point">The name of the fsync.</param>
    public async ValueTask<bool> WriteNew(FilePath path, byte[] head, FilePath? body, long lengthBytes, string point)
    {
        if (await Create(path, OpenFlags.Exclusive) is not Handle made)
            return false;
        bool written = body is FilePath source
            ? await Append(made, path, head, source, lengthBytes)
            : await Write(made, path, head);
        bool durable = written && await Sync(made, path, point);
        return await Close(made, path) && durable;
    }

    /// <summary>Writes a head and a whole source file.</summary>
    public async ValueTask<bool> Append(Handle target, FilePath path, byte[] head, FilePath body, long lengthBytes)
    {
        Result<Handle> source = await files.Open(body, OpenFlags.ReadOnly | OpenFlags.NoFollow);
        if (notes.Failed(source.Errno, "open", body))
            return false;
        Pump pump = new(files, notes, body, path);
        bool whole = await pump.Run(source.Value, target, head, lengthBytes);
        return await Close(source.Value, body) && whole;
    }

    // Nearly every call has answered when it returns; a coroutine of its own is made only for those that have not.
    private ValueTask<bool> Noted(ValueTask<Errno> call, string name, FilePath path, Errno alsoGood = Errno.Ok) =>
        call.IsCompletedSuccessfully
            ? new(IsGood(call.Result, name, path, alsoGood))
            : NotedLater(call, name, path, alsoGood);

    private async ValueTask<bool> NotedLater(ValueTask<Errno> call, string name, FilePath path, Errno alsoGood) =>
        IsGood(await call, name, path, alsoGood);

    private bool IsGood(Errno errno, string name, FilePath path, Errno alsoGood) =>
        errno == alsoGood || !notes.Failed(errno, name, path);

    private ValueTask<Handle?> Opened(ValueTask<Result<Handle>> call, FilePath path) =>
        call.IsCompletedSuccessfully ? new(HandleOf(call.Result, path)) : OpenedLater(call, path);

    private async ValueTask<Handle?> OpenedLater(ValueTask<Result<Handle>> call, FilePath path) =>
        HandleOf(await call, path);

    private Handle? HandleOf(Result<Handle> opened, FilePath path) =>
        notes.Failed(opened.Errno, "open", path) ? null : opened.Value;

    private async ValueTask<byte[]?> ReadAll(Handle file, FilePath path)
    {
        Result<FileStatus> status = await files.StatHandle(file);
        if (notes.Failed(status.Errno, "fstat", path))
            return null;
        byte[] bytes = new byte[status.Value.LengthBytes];
        int filled = 0;
        while (filled < bytes.Length)
        {
            Result<int> read = await files.Read(file, bytes.AsMemory(filled));
            if (read.Errno == Errno.EINTR)
                continue;
            if (notes.Failed(read.Errno, "read", path))
                return null;
            if (read.Value == 0)
                return bytes[..filled];
            filled += read.Value;
        }

        return bytes;
    }
}
