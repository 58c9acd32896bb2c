using TwoDoors.Model.World;
using TwoDoors.Real.Posix;
using Xunit;

namespace TwoDoors.Real.Tests.Posix;

public sealed class PosixHostTests
{
    private readonly PosixHost host = new(new Nobody());

    [Fact]
    public void FreshName_ManyTimes_IsShortAndNeverTheSame()
    {
        HashSet<FilePath> names = [.. Enumerable.Range(0, 10_000).Select(_ => host.FreshName())];

        Assert.Equal(10_000, names.Count);
        Assert.All(names, name => Assert.Matches("^[a-z0-9]{26,40}$", name.ToString()));
    }

    [Fact]
    public void FreshName_OtherHostInTheSameProcess_IsAnother() =>
        Assert.NotEqual(host.FreshName(), new PosixHost(new Nobody()).FreshName());

    [Fact]
    public async Task Fork_ThatChangesDirectory_LeavesOthersWhereTheyAre()
    {
        string before = Environment.CurrentDirectory;
        FilePath seen = default;

        await host.Fork("walker", async other =>
        {
            await other.Files.ChangeDirectory("/");
            seen = (await other.Files.ReadLink("/proc/thread-self/cwd")).Value;
        }).Join();

        Assert.Equal("/", seen);
        Assert.Equal(before, Environment.CurrentDirectory);
    }

    [Fact]
    public async Task Fork_ThatThrows_ThrowsAtJoin()
    {
        IActivity activity = host.Fork("thrower", _ => throw new InvalidOperationException("mine"));

        InvalidOperationException thrown = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await activity.Join());

        Assert.Equal("mine", thrown.Message);
    }

    [Fact]
    public async Task WaitUntil_ATime_EndsWhenItHasCome()
    {
        TimeSpan time = host.Clock.Now + TimeSpan.FromMilliseconds(3);

        await host.Clock.WaitUntil(time);

        Assert.True(host.Clock.Now >= time);
    }

    [Theory]
    [InlineData("")]
    [InlineData(":2")]
    [InlineData("A:0")]
    [InlineData("A:x")]
    [InlineData("A:1:2")]
    public void Kill_TextOfAnotherForm_IsRefused(string text) => Assert.Null(PointSignal.Kill(text));

    private sealed class Nobody : IOutside
    {
        public ValueTask<Errno> Hand(FilePath channel, FilePath subject, ReadOnlyMemory<byte> bytes) =>
            new(Errno.EIO);
    }
}
