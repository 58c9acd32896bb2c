using TwoDoors.Sim.Explore.Threads;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Strategies;

public sealed class PlausibilityTests
{
    /// <summary>A tenth of 10,000: the deviation is 30, so the interval ends at 98.7 from 1000; of 1 expected hit, 6
    /// have a tail of 0.0006 and 5 one of 0.0037.</summary>
    [Theory]
    [InlineData(1098, 10_000, 0.1, true)]
    [InlineData(1099, 10_000, 0.1, false)]
    [InlineData(901, 10_000, 0.1, false)]
    [InlineData(0, 10_000, 0.0001, true)]
    [InlineData(5, 10_000, 0.0001, true)]
    [InlineData(7, 10_000, 0.0001, false)]
    [InlineData(9_993, 10_000, 0.9999, false)]
    [InlineData(1, 10_000, 0, false)]
    [InlineData(10_000, 10_000, 1, true)]
    public void Agrees_Counts_AsTheInterval(long hits, long executions, double chance, bool agrees) =>
        Assert.Equal(agrees, Plausibility.Agrees(hits, executions, chance));
}
