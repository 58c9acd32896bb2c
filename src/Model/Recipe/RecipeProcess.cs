using TwoDoors.Model.World;

namespace TwoDoors.Model.Recipe;

/// <summary>What one activity of a recipe holds while it runs: its handles and its variables.</summary>
internal sealed class RecipeProcess(IHost host)
{
    private readonly SortedDictionary<string, byte[]> texts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Handle> handles = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, FilePath> variables = new(StringComparer.Ordinal);

    public IHost Host => host;

    public IFileSystem Files => host.Files;

    /// <summary>The activities that were started before this one.</summary>
    public SortedDictionary<string, IActivity> Running { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Tells a host that asks where the calls that come next are written.</summary>
    public void StandsAt(SourcePlace? place)
    {
        if (place is not null)
            (host as ISourceTrack)?.StandsAt(place);
    }

    public void Bind(string variable, FilePath value) => variables[variable] = value;

    /// <summary>Empty where the call that would have bound it failed and was allowed to.</summary>
    public FilePath Value(string variable) => variables.GetValueOrDefault(variable);

    /// <summary>What an earlier read brought; nothing where that read failed and was allowed to.</summary>
    public byte[] Text(string variable) => texts.GetValueOrDefault(variable) ?? [];

    public void Keep(string name, Handle handle) => handles[name] = handle;

    /// <summary>EBADF where the open that would have made the handle failed or was left out.</summary>
    public Result<Handle> Find(string name) =>
        handles.TryGetValue(name, out Handle handle) ? handle : Errno.EBADF;

    public Result<Handle> Forget(string name) => handles.Remove(name, out Handle handle) ? handle : Errno.EBADF;

    /// <summary>Opens, lets something be done with the handle, and closes it. The first error counts.</summary>
    public async ValueTask<Errno> With(FilePath path, OpenFlags flags, Func<Handle, ValueTask<Errno>> use)
    {
        Result<Handle> opened = await Files.Open(path, flags);
        if (!opened.IsOk)
            return opened.Errno;
        Errno used = await use(opened.Value);
        Errno closed = await Files.Close(opened.Value);
        return used == Errno.Ok ? closed : used;
    }

    /// <summary>All bytes of a file.</summary>
    public async ValueTask<Result<byte[]>> ReadWhole(FilePath path)
    {
        byte[] content = [];
        Errno errno = await With(path, OpenFlags.ReadOnly, async file =>
        {
            byte[] buffer = new byte[8192];
            while (true)
            {
                Result<int> read = await Files.Read(file, buffer);
                if (!read.IsOk || read.Value == 0)
                    return read.Errno;
                content = [.. content, .. buffer.AsSpan(0, read.Value)];
            }
        });
        return errno == Errno.Ok ? content : errno;
    }

    /// <summary>Bytes from a handle, up to a length or the end.</summary>
    /// <param name="offset">Where; null for the handle's position.</param>
    public async ValueTask<Result<byte[]>> Read(Handle file, int lengthBytes, long? offset)
    {
        byte[] content = new byte[lengthBytes];
        int length = 0;
        while (length < lengthBytes)
        {
            Result<int> read = offset is { } at
                ? await Files.ReadAt(file, content.AsMemory(length), at + length)
                : await Files.Read(file, content.AsMemory(length));
            if (!read.IsOk)
                return read.Errno;
            if (read.Value == 0)
                break;
            length += read.Value;
        }

        return content[..length];
    }

    /// <summary>Keeps what was read, if it is what was expected.</summary>
    public Errno Take(in Result<byte[]> content, byte[]? expected, string? variable)
    {
        if (!content.IsOk)
            return content.Errno;
        if (variable is not null)
            texts[variable] = content.Value;
        return expected is null || content.Value.AsSpan().SequenceEqual(expected) ? Errno.Ok : Errno.EINVAL;
    }

    /// <summary>All of the bytes, however short the kernel's writes are.</summary>
    /// <param name="offset">Where; null for the handle's position.</param>
    public async ValueTask<Errno> WriteWhole(Handle file, ReadOnlyMemory<byte> bytes, long? offset)
    {
        while (bytes.Length > 0)
        {
            Result<int> written = offset is { } at
                ? await Files.WriteAt(file, bytes, at)
                : await Files.Write(file, bytes);
            if (!written.IsOk)
                return written.Errno;
            if (written.Value == 0)
                return Errno.EIO;
            bytes = bytes[written.Value..];
            offset += written.Value;
        }

        return Errno.Ok;
    }
}
