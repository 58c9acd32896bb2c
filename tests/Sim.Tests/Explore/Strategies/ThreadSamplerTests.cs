using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore.Strategies;
using TwoDoors.Sim.Explore.Threads;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Strategies;

public sealed class ThreadSamplerTests
{
    public static TheoryData<string> Names { get; } = [.. StrategySet.Names];

    public static TheoryData<string> Independent { get; } =
        [.. StrategySet.All.Where(entry => !entry.Adapts).Select(entry => entry.Name)];

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
    [MemberData(nameof(Independent))]
    public void Repeat_SeedAndNumberAlone_FailsAgain(string strategy)
    {
        ThreadProgram program = SmallPrograms.TwoStage(spawns: true);
        ThreadFailure first = Sampler(program, strategy).Run().First!;

        string? says = Sampler(program, strategy).Repeat(first.Execution - 1);

        Assert.Equal(first.Says, says);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Repeat_TapeAlone_MakesTheSameSchedule(string strategy)
    {
        ThreadProgram program = SmallPrograms.TwoStage(spawns: true);
        ThreadFailure first = Sampler(program, strategy).Run().First!;
        ThreadSampler other = Sampler(program, "random");

        (string? failure, string? divergence) = other.Repeat(first.Tape!);

        Assert.Equal((first.Says, null), (failure, divergence));
        Assert.Equal(first.Schedule, other.Schedule.ToArray());
    }

    [Fact]
    public void Repeat_TapeWithoutSuchAnAnswer_NamesTheQuestion()
    {
        ThreadSampler sampler = Sampler(SmallPrograms.Reorder(2, spawns: false), "random");

        (_, string? divergence) = sampler.Repeat(AnswerTape.Parse("1:7")!);

        Assert.Equal("the question who goes on with 3 answers, and the tape answers 7", divergence);
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
            program, new ThreadOptions { Strategy = strategy, Executions = 20, StepsMax = 3000 }).Run();

        Assert.Equal(20, verdict.Traces + verdict.Blocked);
        Assert.Null(verdict.First);
    }

    private static ThreadSampler Sampler(ThreadProgram program, string strategy) =>
        new(program, new ThreadOptions { Strategy = strategy, Seed = 7, Executions = 20_000, StopAtFirst = true });
}
