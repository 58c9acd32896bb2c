using TwoDoors.Sim.Explore;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore;

public class WorkersTests
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);

    [Fact]
    public void Each_IdleWorkers_DoEveryThingOnceTogether()
    {
        const int things = 1000;
        Workers workers = new(4);
        int[] done = new int[things];
        using Barrier together = new(2);
        workers.Run(
            [
                () => workers.Each(things, (place, thing) =>
                {
                    // The first two are only over when two work at once.
                    if (thing < 2)
                        together.SignalAndWait(TimeSpan.FromSeconds(20));
                    done[thing] += 1 + (place is >= 0 and < 4 ? 0 : 100);
                }),
            ],
            Beat,
            () => { });

        Assert.All(done, times => Assert.Equal(1, times));
    }

    [Fact]
    public void Each_OneFails_ThrowsOnTheCallerAndBeginsNoMore()
    {
        Workers workers = new(1);
        int begun = 0;

        InvalidOperationException failure = Assert.Throws<InvalidOperationException>(() => workers.Run(
            [() => workers.Each(10, (_, thing) => Fail(ref begun, thing))], Beat, () => { }));

        Assert.Equal("thing 3", failure.Message);
        Assert.Equal(4, begun);
    }

    [Fact]
    public void Run_OneJobFails_TheIdleDoNotWaitForEver()
    {
        Workers workers = new(3);

        Assert.Throws<InvalidOperationException>(
            () => workers.Run([() => throw new InvalidOperationException("job")], Beat, () => { }));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Explore_Workers_ChangeNothing(int count)
    {
        Verdict alone = Explorer.Explore(Spooled.Subject, new ExploreOptions());
        Workers workers = new(count);
        ExploreOptions options = new() { Control = new ExploreControl { Workers = workers } };
        Verdict? together = null;

        workers.Run([() => together = Explorer.Explore(Spooled.Subject, options)], Beat, () => { });

        Assert.Equal(alone.Counts, together!.Counts);
        Assert.Equal(Spooled.Text(alone), Spooled.Text(together));
    }

    private static void Fail(ref int begun, int thing)
    {
        begun++;
        if (thing == 3)
            throw new InvalidOperationException($"thing {thing}");
    }
}
