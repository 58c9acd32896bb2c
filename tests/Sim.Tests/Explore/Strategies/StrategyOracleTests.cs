using TwoDoors.Sim.Explore.Strategies;
using TwoDoors.Sim.Explore.Threads;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Strategies;

/// <summary>Strategies whose distribution is known exactly, against it.</summary>
public sealed class StrategyOracleTests
{
    /// <summary>Means to the first failure and counts of schedules from another implementation of the same recursion,
    /// in another language.</summary>
    [Theory]
    [InlineData("twostage", false, 64.0, 72, 1)]
    [InlineData("twostage", true, 46.55, 0, 0)]
    [InlineData("reorder_3", false, 20.25, 162, 8)]
    [InlineData("reorder_3", true, 39.95, 0, 0)]
    [InlineData("reorder_4", false, 26.26, 6573, 57)]
    [InlineData("reorder_4", true, 135.20, 0, 0)]
    [InlineData("deadlock01", false, 2.0, 6, 2)]
    [InlineData("deadlock01", true, 2.67, 0, 0)]
    public void Oracle_KnownPrograms_AgreesWithAnother(
        string name, bool spawns, double mean, double schedules, double failing)
    {
        ThreadProgram program = Named(name, spawns);

        Assert.Equal(mean, 1 / WalkChances.OfRandomWalk(program), 0.006);
        if (schedules > 0)
            Assert.Equal((schedules, failing), new ScheduleCounts(program).Count());
    }

    [Theory]
    [InlineData("twostage", false)]
    [InlineData("twostage", true)]
    [InlineData("reorder_3", false)]
    [InlineData("reorder_3", true)]
    [InlineData("deadlock01", true)]
    public void RandomWalk_Failures_AreAsFrequentAsComputed(string name, bool spawns) => Samples.AssertChance(
        WalkChances.OfRandomWalk(Named(name, spawns)), Named(name, spawns), "random");

    [Theory]
    [InlineData("twostage", true)]
    [InlineData("reorder_3", false)]
    [InlineData("deadlock01", true)]
    public void UniformSchedules_Failures_AreTheirShare(string name, bool spawns)
    {
        (double all, double failing) = new ScheduleCounts(Named(name, spawns)).Count();

        Samples.AssertChance(failing / all, Named(name, spawns), "uniform");
    }

    [Theory]
    [InlineData("twostage", false)]
    [InlineData("reorder_3", false)]
    [InlineData("reorder_3", true)]
    public void UniformWalk_Failures_AreAsFrequentAsComputed(string name, bool spawns)
    {
        ThreadProgram program = Named(name, spawns);
        RunProfile profile = new ThreadSampler(program, new ThreadOptions { Strategy = "urw" }).Profile();

        Samples.AssertChance(WalkChances.OfUniformWalk(program, profile), program, "urw");
    }

    [Fact]
    public void UniformWalk_FixedLengths_DrawsEverySchedule() =>
        Samples.AssertUniform(10, SmallPrograms.Diary(spawns: false), "urw");

    /// <summary>Main's first step is first; of the other five, two each of one and two are alike: 30 orders.</summary>
    [Fact]
    public void SelectiveWalk_OrdersOfOneObject_AreEquallyLikely() =>
        Samples.AssertUniform(30, SmallPrograms.Diary(spawns: true), "surw");

    [Theory]
    [InlineData("a = 1; a = 0", "assert a == 0")]
    [InlineData("c = 1; a = 1; c = 2; a = 0", "b = 1; assert a == 0")]
    [InlineData("c = 1; c = 2; a = 1; a = 0", "b = 1; b = 2; x = a; b = 3; assert x == 0 || a == 1")]
    public void PartialOrderSampling_TwoThreads_FailsAsOftenAsComputed(string first, string second)
    {
        ThreadProgram program = SmallPrograms.Of([new ThreadText("one", first), new ThreadText("two", second)]);

        Samples.AssertChance(new PolynomialOracle(program).Chance(), program, "pos");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Pct_TwoOrderings_FailsAsOftenAsComputedAndAsPromised(int depth)
    {
        ThreadProgram program = SmallPrograms.Between;
        double chance = new PriorityOracle(program, depth, length: 3).Chance();

        Assert.True(chance >= 1 / (2 * Math.Pow(3, depth - 1)));
        Samples.AssertChance(chance, program, $"pct-{depth}");
    }

    [Fact]
    public void Pct_ThreeThreads_FailsAsOftenAsComputed()
    {
        ThreadProgram program = SmallPrograms.Of([
            new ThreadText("one", "a = 1; b = 1"),
            new ThreadText("two", "assert a == b"),
            new ThreadText("three", "c = 1")]);

        Samples.AssertChance(new PriorityOracle(program, depth: 2, length: 5).Chance(), program, "pct-2");
    }

    private static ThreadProgram Named(string name, bool spawns) => name switch
    {
        "twostage" => SmallPrograms.TwoStage(spawns),
        "deadlock01" => SmallPrograms.CrossedLocks(spawns),
        _ => SmallPrograms.Reorder(name[^1] - '1', spawns),
    };
}
