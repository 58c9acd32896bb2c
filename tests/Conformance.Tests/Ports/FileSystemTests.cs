using System.Text;
using TwoDoors.Model.World;
using Xunit;

namespace TwoDoors.Conformance.Tests.Ports;

/// <summary>What every file system does that scripts cannot say: one body, and an arm for each derived class.</summary>
public abstract class FileSystemTests
{
    /// <summary>A file system with nothing open, or null where this arm cannot run.</summary>
    protected abstract IFileSystem Files { get; }

    /// <summary>An empty directory on it.</summary>
    protected abstract FilePath Root { get; }

    [Fact]
    public async Task Lock_HeldByAnotherOpen_EAGAIN()
    {
        Handle first = await Made("f");
        Handle second = Value(await Files.Open(Root / "f", OpenFlags.ReadOnly));

        Assert.Equal(Errno.Ok, await Files.Lock(first, LockMode.Exclusive));
        Assert.Equal(Errno.EAGAIN, await Files.Lock(second, LockMode.Shared));
    }

    [Fact]
    public async Task Lock_AfterClose_IsFree()
    {
        Handle first = await Made("f");
        Handle second = Value(await Files.Open(Root / "f", OpenFlags.ReadOnly));
        await Files.Lock(first, LockMode.Exclusive);

        await Files.Close(first);

        Assert.Equal(Errno.Ok, await Files.Lock(second, LockMode.Exclusive));
    }

    [Fact]
    public async Task Lock_FailedConversion_LosesTheLock()
    {
        // flock(2): "the original lock lost".
        Handle first = await Made("f");
        Handle second = Value(await Files.Open(Root / "f", OpenFlags.ReadOnly));
        await Files.Lock(first, LockMode.Shared);
        await Files.Lock(second, LockMode.Shared);

        Assert.Equal(Errno.EAGAIN, await Files.Lock(first, LockMode.Exclusive));

        Assert.Equal(Errno.Ok, await Files.Lock(second, LockMode.Exclusive));
    }

    [Fact]
    public async Task Lock_Directory_Works()
    {
        Handle first = Value(await Files.Open(Root, OpenFlags.Directory));
        Handle second = Value(await Files.Open(Root, OpenFlags.Directory));

        Assert.Equal(Errno.Ok, await Files.Lock(first, LockMode.Exclusive));
        Assert.Equal(Errno.EAGAIN, await Files.Lock(second, LockMode.Exclusive));
    }

    [Fact]
    public async Task Read_UnlinkedFile_StillHasItsBytes()
    {
        Handle file = await Made("f");
        await Files.Write(file, "abc"u8.ToArray());

        await Files.Unlink(Root / "f");

        Assert.Equal("abc", await Content(file));
        Assert.Equal(0, Value(await Files.StatHandle(file)).Links);
    }

    [Fact]
    public async Task Open_Closed_GivesTheNumberAgain()
    {
        Handle first = await Made("f");
        await Files.Close(first);

        Handle second = await Made("g");

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Open_RelativeToHandle_FollowsTheDirectoryWhenItMoves()
    {
        await Files.MakeDirectory(Root / "d", 0x1ff);
        Handle directory = Value(await Files.Open(Root / "d", OpenFlags.Directory));
        await Files.Rename(Root / "d", Root / "e");

        await Files.Close(Value(await Files.Open("f", OpenFlags.Create | OpenFlags.WriteOnly, 0x1a4, directory)));

        Assert.True((await Files.Stat(Root / "e" / "f")).IsOk);
    }

    [Fact]
    public async Task ReadDirectory_Unchanged_ShowsEachNameOnce()
    {
        foreach (string name in (string[])["b", "a", "c"])
            await Files.Close(await Made(name));
        Handle directory = Value(await Files.Open(Root, OpenFlags.Directory));

        Assert.Equal(["a", "b", "c"], await Names(directory));
    }

    [Fact]
    public async Task RewindDirectory_AfterChange_ShowsWhatIsThere()
    {
        await Files.Close(await Made("old"));
        Handle directory = Value(await Files.Open(Root, OpenFlags.Directory));
        await Names(directory);
        await Files.Rename(Root / "old", Root / "new");

        await Files.RewindDirectory(directory);

        Assert.Equal(["new"], await Names(directory));
    }

    [Fact]
    public async Task ReadDirectory_EntryThatStays_IsShownWhateverElseChanges()
    {
        foreach (string name in (string[])["a", "b", "stays"])
            await Files.Close(await Made(name));
        Handle directory = Value(await Files.Open(Root, OpenFlags.Directory));
        DirectoryEntry? first = Value(await Files.ReadDirectory(directory));

        await Files.Unlink(Root / "a");
        await Files.Close(await Made("z"));

        List<string> names = [$"{first?.Name}", .. await Names(directory)];
        Assert.Single(names, name => name == "stays");
    }

    [Fact]
    public async Task ReadDirectory_RemovedDirectory_ENOENT()
    {
        await Files.MakeDirectory(Root / "d", 0x1ff);
        Handle directory = Value(await Files.Open(Root / "d", OpenFlags.Directory));

        await Files.RemoveDirectory(Root / "d");

        Assert.Equal(Errno.ENOENT, (await Files.ReadDirectory(directory)).Errno);
    }

    [Fact]
    public async Task WriteAt_WithAppend_GoesToTheEnd()
    {
        // pwrite(2), BUGS.
        const OpenFlags Appending = OpenFlags.Create | OpenFlags.ReadWrite | OpenFlags.Append;
        Handle file = Value(await Files.Open(Root / "f", Appending, 0x1a4));
        await Files.Write(file, "abc"u8.ToArray());

        await Files.WriteAt(file, "X"u8.ToArray(), 0);

        Assert.Equal("abcX", await Content(file));
    }

    [Fact]
    public async Task SetModified_ThenStat_GivesTheTime()
    {
        await Files.Close(await Made("f"));

        await Files.SetModified(Root / "f", 1_234_567_890_123_456_789);

        Assert.Equal(1_234_567_890_123_456_789, Value(await Files.Stat(Root / "f")).ModifiedNanoseconds);
    }

    [Fact]
    public async Task Open_ChainOfFortyLinks_IsTheLongest()
    {
        // path_resolution(7): at most 40 symbolic links.
        await Files.Close(await Made("0"));
        for (int i = 1; i <= 41; i++)
            await Files.SymbolicLink($"{i - 1}", Root / $"{i}");

        Assert.Equal(Errno.Ok, (await Files.Stat(Root / "40")).Errno);
        Assert.Equal(Errno.ELOOP, (await Files.Stat(Root / "41")).Errno);
    }

    [Fact]
    public async Task Stat_LongPaths_ENAMETOOLONG()
    {
        // NAME_MAX is 255, PATH_MAX 4096 with the terminator: limits.h(0p).
        FilePath padding = string.Concat(Enumerable.Repeat("/", 4095 - Root.Length));

        Assert.Equal(Errno.ENOENT, (await Files.Stat(Root / new string('n', 255))).Errno);
        Assert.Equal(Errno.ENAMETOOLONG, (await Files.Stat(Root / new string('n', 256))).Errno);
        Assert.Equal(Errno.Ok, (await Files.Stat(Root + padding)).Errno);
        Assert.Equal(Errno.ENAMETOOLONG, (await Files.Stat(Root + padding + "/")).Errno);
    }

    [Fact]
    public async Task Names_AnyBytes_AreKept()
    {
        FilePath name = FilePath.Of([0xff, (byte)'\n', 1, (byte)'\\']);

        await Files.MakeDirectory(Root / name, 0x1ff);

        Handle directory = Value(await Files.Open(Root, OpenFlags.Directory));
        Assert.Equal(name, Value(await Files.ReadDirectory(directory))?.Name);
    }

    private static T Value<T>(Result<T> result)
    {
        Assert.Equal(Errno.Ok, result.Errno);
        return result.Value;
    }

    private async Task<Handle> Made(string name) =>
        Value(await Files.Open(Root / name, OpenFlags.Create | OpenFlags.ReadWrite, 0x1a4));

    private async Task<string> Content(Handle file)
    {
        byte[] buffer = new byte[100];
        int count = Value(await Files.ReadAt(file, buffer, 0));
        return Encoding.ASCII.GetString(buffer, 0, count);
    }

    private async Task<List<string>> Names(Handle directory)
    {
        List<string> names = [];
        while (Value(await Files.ReadDirectory(directory)) is { } entry)
            names.Add(entry.Name.ToString());
        names.Sort(StringComparer.Ordinal);
        return names;
    }
}
