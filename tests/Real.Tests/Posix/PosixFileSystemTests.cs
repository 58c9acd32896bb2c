using TwoDoors.Model.World;
using TwoDoors.Real.Posix;
using Xunit;

namespace TwoDoors.Real.Tests.Posix;

/// <summary>What the conformance tests do not reach: bytes that are no text, streams, locks.</summary>
public sealed class PosixFileSystemTests : IDisposable
{
    private readonly Scratch scratch = new();
    private readonly PosixFileSystem files = new();

    private FilePath Root => scratch.Root;

    /// <inheritdoc/>
    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task Open_NameThatIsNoText_RoundTripsThroughTheDirectory()
    {
        FilePath name = FilePath.Of([0xff, (byte)'\n', (byte)' ', 0x80]);
        Handle file = await Made(Root / name);
        await files.Close(file);

        Assert.Equal([name], await Names(Root));
    }

    [Fact]
    public async Task Open_LongPath_IsNotCutOff()
    {
        FilePath path = Root;
        for (int depth = 0; depth < 12; depth++)
        {
            path /= new string((char)('a' + depth), 100);
            Assert.Equal(Errno.Ok, await files.MakeDirectory(path, 0x1c0));
        }

        Assert.True((await files.Stat(path)).IsOk);
        Assert.Equal(Errno.ENAMETOOLONG, (await files.Stat(path / new string('x', 3000))).Errno);
    }

    [Fact]
    public async Task Open_RelativeToADirectory_StaysInIt()
    {
        Handle root = (await files.Open(Root, OpenFlags.Directory)).Value;
        await files.MakeDirectory("d", 0x1c0, root);

        Assert.Equal(FileKind.Directory, (await files.LinkStat(Root / "d")).Value.Kind);
        Assert.Equal(Errno.Ok, await files.RemoveDirectory("d", root));
    }

    [Fact]
    public async Task ReadDirectory_ManyEntries_ShowsEachOnceAndAgainAfterRewind()
    {
        for (int i = 0; i < 3000; i++)
            await files.Close(await Made(Root / $"name-{i:d30}"));
        Handle directory = (await files.Open(Root, OpenFlags.Directory)).Value;

        List<FilePath> first = await Drain(directory);
        Assert.Equal(Errno.Ok, await files.RewindDirectory(directory));
        List<FilePath> second = await Drain(directory);

        Assert.Equal(3000, first.Distinct().Count());
        Assert.Equal(3000, first.Count);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task ReadDirectory_DescriptorUsedAnew_StartsAfresh()
    {
        await files.Close(await Made(Root / "a"));
        Handle directory = (await files.Open(Root, OpenFlags.Directory)).Value;
        await Drain(directory);
        await files.Close(directory);

        Assert.Equal(["a"], await Names(Root));
    }

    [Fact]
    public async Task Lock_TwoOpensOfOneDirectory_Conflict()
    {
        Handle first = (await files.Open(Root, OpenFlags.Directory)).Value;
        Handle second = (await files.Open(Root, OpenFlags.Directory)).Value;

        Assert.Equal(Errno.Ok, await files.Lock(first, LockMode.Exclusive));
        Assert.Equal(Errno.EAGAIN, await files.Lock(second, LockMode.Shared));
        await files.Close(first);
        Assert.Equal(Errno.Ok, await files.Lock(second, LockMode.Shared));
    }

    [Fact]
    public async Task Rename_TakenNameWithNoReplace_IsRefused()
    {
        await files.Close(await Made(Root / "a"));
        await files.Close(await Made(Root / "b"));

        Assert.Equal(Errno.EEXIST, await files.Rename(Root / "a", Root / "b", RenameMode.NoReplace));
        Assert.Equal(Errno.Ok, await files.Rename(Root / "a", Root / "b", RenameMode.Exchange));
        Assert.Equal(Errno.Ok, await files.Rename(Root / "a", Root / "b"));
        Assert.Equal(["b"], await Names(Root));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_234_567_890_123_456_789)]
    public async Task SetModified_AnyTime_IsReadBack(long nanoseconds)
    {
        await files.Close(await Made(Root / "a"));

        Assert.Equal(Errno.Ok, await files.SetModified(Root / "a", nanoseconds));
        Assert.Equal(nanoseconds, (await files.Stat(Root / "a")).Value.ModifiedNanoseconds);
    }

    [Fact]
    public async Task Write_ThenReadAt_GivesTheBytes()
    {
        Handle file = await Made(Root / "a");
        await files.Write(file, "hello world"u8.ToArray());
        byte[] buffer = new byte[5];

        Assert.Equal(5, (await files.ReadAt(file, buffer, 6)).Value);
        Assert.Equal("world"u8.ToArray(), buffer);
        Assert.Equal(3, (await files.Seek(file, -8, SeekFrom.End)).Value);
        Assert.Equal(Errno.Ok, await files.Truncate(file, 4));
        Assert.Equal(4, (await files.StatHandle(file)).Value.LengthBytes);
    }

    [Fact]
    public async Task Sync_OfADirectory_Works()
    {
        Handle root = (await files.Open(Root, OpenFlags.Directory)).Value;

        Assert.Equal(Errno.Ok, await files.Sync(root, "fsync(D)"));
        Assert.Equal(Errno.Ok, await files.SyncFileSystem(root, "syncfs"));
        Assert.Equal(Errno.EBADF, await files.Sync(new Handle(9999), "fsync(x)"));
    }

    [Fact]
    public async Task StatFileSystem_OfADirectory_AgreesWithItsStatus()
    {
        FileSystemStatus status = (await files.StatFileSystem(Root)).Value;

        Assert.Equal((await files.Stat(Root)).Value.FileSystem, status.FileSystem);
        Assert.InRange(status.BlockBytes, 512, 1 << 20);
        Assert.Equal(Errno.ENOENT, (await files.StatFileSystem(Root / "no")).Errno);
    }

    private async Task<Handle> Made(FilePath path)
    {
        Result<Handle> file = await files.Open(path, OpenFlags.ReadWrite | OpenFlags.Create, 0x1a4);
        Assert.Equal(Errno.Ok, file.Errno);
        return file.Value;
    }

    private async Task<List<FilePath>> Names(FilePath path)
    {
        Handle directory = (await files.Open(path, OpenFlags.Directory)).Value;
        List<FilePath> names = await Drain(directory);
        await files.Close(directory);
        return names;
    }

    private async Task<List<FilePath>> Drain(Handle directory)
    {
        List<FilePath> names = [];
        while ((await files.ReadDirectory(directory)).Value is { } entry)
            names.Add(entry.Name);
        return names;
    }
}
