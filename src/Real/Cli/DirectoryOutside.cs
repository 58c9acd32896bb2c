using System.Globalization;
using TwoDoors.Model.World;

namespace TwoDoors.Real.Cli;

/// <summary>A directory that gets each message as a file, durable when it is taken.</summary>
/// <remarks>A name that is taken is followed by ".1", ".2" and so on: two messages may have one name, one after the
/// other.</remarks>
internal sealed class DirectoryOutside(IHost host, FilePath directory) : IOutside
{
    /// <inheritdoc/>
    public async ValueTask<Errno> Hand(FilePath channel, FilePath subject, ReadOnlyMemory<byte> bytes)
    {
        Result<Handle> open = await host.Files.Open(directory, OpenFlags.ReadOnly | OpenFlags.Directory);
        if (!open.IsOk)
            return open.Errno;
        FilePath temporary = directory / (".tmp." + host.FreshName());
        Errno errno = await WriteNew(temporary, bytes);
        if (errno == Errno.Ok)
            errno = await Name(temporary, directory / subject.Name);
        _ = await host.Files.Unlink(temporary);
        if (errno == Errno.Ok)
            errno = await host.Files.Sync(open.Value, "fsync(into)");
        _ = await host.Files.Close(open.Value);
        return errno;
    }

    private async ValueTask<Errno> WriteNew(FilePath path, ReadOnlyMemory<byte> bytes)
    {
        const OpenFlags New = OpenFlags.WriteOnly | OpenFlags.Create | OpenFlags.Exclusive;
        Result<Handle> file = await host.Files.Open(path, New, 0x180);
        if (!file.IsOk)
            return file.Errno;
        Errno errno = Errno.Ok;
        while (bytes.Length > 0 && errno == Errno.Ok)
        {
            Result<int> written = await host.Files.Write(file.Value, bytes);
            errno = written.Errno;
            bytes = bytes[(written.IsOk ? written.Value : 0)..];
        }

        if (errno == Errno.Ok)
            errno = await host.Files.Sync(file.Value, "fsync(message)");
        Errno closed = await host.Files.Close(file.Value);
        return errno == Errno.Ok ? closed : errno;
    }

    private async ValueTask<Errno> Name(FilePath temporary, FilePath wanted)
    {
        Errno errno = await host.Files.Link(temporary, wanted);
        for (int number = 1; errno == Errno.EEXIST; number++)
        {
            FilePath other = wanted + string.Create(CultureInfo.InvariantCulture, $".{number}");
            errno = await host.Files.Link(temporary, other);
        }

        return errno;
    }
}
