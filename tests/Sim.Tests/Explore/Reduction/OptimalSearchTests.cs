using TwoDoors.Sim.Explore.Programs;
using TwoDoors.Sim.Explore.Reduction;
using TwoDoors.Sim.Explore.Threads;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Reduction;

public sealed class OptimalSearchTests
{
    // Abdulla et al., POPL 2014, table 1; (N + 3) * 2^(N - 2).
    [Theory]
    [InlineData(2, 5)]
    [InlineData(5, 64)]
    [InlineData(10, 3328)]
    public void Run_LastZero_SeesEachTraceOnce(int writers, long traces)
    {
        OptimalSearch search = new(LastZero.Of(writers).Compile(), false, _ => true);

        search.Run();

        Assert.Equal((traces, 0), (search.Tally.Traces, search.Tally.Blocked));
    }

    [Fact]
    public void Run_CrossedLocks_FindsTheDeadlock()
    {
        ProgramText crossed = new(
            "crossed",
            [
                new("a", "lock m; lock n; unlock n; unlock m"),
                new("b", "lock n; lock m; unlock m; unlock n"),
            ])
        {
            Mutexes = [new("m", 0), new("n", 0)],
        };
        OptimalSearch search = new(crossed.Compile(), false, _ => true);

        search.Run();

        Assert.Equal("deadlock: a waits for n, which b has; b waits for m, which a has", search.Tally.First?.Says);
    }
}
