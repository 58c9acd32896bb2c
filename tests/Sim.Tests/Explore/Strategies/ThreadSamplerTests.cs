using TwoDoors.Sim.Explore.Strategies;
using TwoDoors.Sim.Explore.Threads;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Strategies;

public sealed class ThreadSamplerTests
{
    public static TheoryData<string> Names => [.. StrategySet.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_TwoRunsOfOneSeed_FindTheSameFirst(string strategy)
    {
        ThreadProgram program = SmallPrograms.Reorder(2, spawns: true);

        ThreadFailure? one = Sampler(program, strategy).Run().First;
        ThreadFailure? two = Sampler(program, strategy).Run().First;

        Assert.NotNull(one);
        Assert.Equal(one.Execution, two!.Execution);
        Assert.Equal(one.Schedule, two.Schedule);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Repeat_SeedAndNumberAlone_FailsAgain(string strategy)
    {
        ThreadProgram program = SmallPrograms.TwoStage(spawns: true);
        ThreadFailure first = Sampler(program, strategy).Run().First!;

        string? says = Sampler(program, strategy).Repeat(first.Execution - 1);

        Assert.Equal(first.Says, says);
    }

    [Fact]
    public void Run_CrossedLocks_SaysWhoWaits()
    {
        ThreadFailure? first = Sampler(SmallPrograms.CrossedLocks(spawns: false), "random").Run().First;

        Assert.Equal("deadlock: one waits for l2, which two has; two waits for l1, which one has", first?.Says);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_LoopThatWaits_Ends(string strategy)
    {
        ThreadProgram program = SmallPrograms.Of(
            [new ThreadText("waits", "while a == 0 { b = b + 1 }"), new ThreadText("sets", "a = 1")]);

        ThreadVerdict verdict = new ThreadSampler(
            program, new SamplingOptions(strategy, 1, 20, StepsMax: 3000)).Run();

        Assert.Equal(20, verdict.Traces + verdict.Blocked);
        Assert.Null(verdict.First);
    }

    private static ThreadSampler Sampler(ThreadProgram program, string strategy) =>
        new(program, new SamplingOptions(strategy, 7, 20_000));
}
