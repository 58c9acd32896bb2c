using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Explore.Programs;
using TwoDoors.Sim.Explore.Threads;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Threads;

public class ThreadShrinkTests
{
    // By hand: a setter writes a, is left, and the checker reads a, a and b.
    private static readonly ScheduleSize ReorderLeast = new(4, 0, 1, 1);

    [Fact]
    public void Shrink_AllSettersBeforeTheChecker_LeavesOneSetter()
    {
        ThreadProgram reorder = Catalogue.Build("reorder 9 1").Compile();
        int[] junk = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9];

        IReadOnlyList<int> least = new ThreadShrink(reorder).Shrink(junk);

        Assert.Equal(4, least.Count);
        Assert.Equal(2, least.Distinct().Count());
        Assert.Equal([9, 9, 9], least.Skip(1));
    }

    [Fact]
    public void Shrink_StepsAfterTheFailure_AreGone()
    {
        ThreadProgram reorder = Catalogue.Build("reorder 2 1").Compile();

        IReadOnlyList<int> least = new ThreadShrink(reorder).Shrink([0, 2, 2, 2, 0, 1, 1]);

        Assert.Equal([0, 2, 2, 2], least);
        Assert.Equal(ReorderLeast, ScheduleSize.Of(reorder, least));
    }

    /// <summary>By hand: the writer makes its first section of 3 steps; the reader makes 7 steps and fails.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Shrink_TwoStage_IsOnePreemption(int seed)
    {
        ThreadProgram program = Catalogue.Build("twostage 3 2").Compile();

        IReadOnlyList<int> least = new ThreadShrink(program).Shrink(Failing(program, "surw", (ulong)seed));

        ScheduleSize size = ScheduleSize.Of(program, least);
        Assert.Equal((10, 0, 1), (size.Steps, size.Switches, size.Preemptions));
    }

    [Fact]
    public void Shrink_RoundsOfTwoLoops_LeavesOutBothTogether()
    {
        ThreadProgram program = BoundedStack.Of(10).Compile();
        int[] push = [.. Enumerable.Repeat(0, 6)];
        int[] pop = [.. Enumerable.Repeat(1, 6)];

        IReadOnlyList<int> small = new ThreadShrink(program)
            .Shrink([.. push, .. pop, .. push, .. pop, .. push, .. pop, .. pop]);

        // A push, a pop, and a pop that finds the stack empty after three steps.
        Assert.Equal([.. push, .. pop, 1, 1, 1], small);
    }

    [Fact]
    public void Shrink_PassingSchedule_StaysAsItIs()
    {
        ThreadProgram reorder = Catalogue.Build("reorder 2 1").Compile();
        ThreadShrink shrink = new(reorder);

        Assert.Equal([0, 0], shrink.Shrink([0, 0]));
        Assert.False(shrink.Minimality.IsProved);
    }

    [Fact]
    public void Shrink_FewReplays_EndsThereAndProvesNothing()
    {
        ThreadProgram program = Catalogue.Build("twostage 10 10").Compile();
        ThreadShrink shrink = new(program, replaysMax: 5);

        IReadOnlyList<int> least = shrink.Shrink(Failing(program, "surw", 1));

        Assert.Equal(new Minimality(5, 0, IsProved: false), shrink.Minimality);
        Assert.NotNull(BrokenBy(program, least));
    }

    [Theory]
    [InlineData(new[] { 0, 0, 1, 1 }, 0)]
    [InlineData(new[] { 0, 1, 0 }, 1)]
    [InlineData(new[] { 0, 1, 0, 1 }, 2)]
    [InlineData(new[] { 0, 1, 2, 0 }, 1)]
    public void Switches_Schedule_CountsThreadsThatComeBack(int[] schedule, int switches) =>
        Assert.Equal(switches, ScheduleSize.SwitchesOf(schedule));

    /// <summary>Each step by its place, and each switch by what is between two blocks of a thread: written anew here,
    /// so that what the minimiser takes for a removal is no part of the check.</summary>
    [Theory]
    [InlineData("reorder 4 1")]
    [InlineData("deadlock01")]
    [InlineData("bluetooth_driver")]
    [InlineData("account")]
    [InlineData("wronglock 1 3")]
    [InlineData("token_ring")]
    [InlineData("lazy01")]
    [InlineData("stack 3")]
    public void Shrink_ProvedMinimal_NoSingleRemovalFails(string line)
    {
        ThreadProgram program = Spawning.From(Catalogue.Build(line)).Compile();
        ThreadShrink shrink = new(program);

        IReadOnlyList<int> least = shrink.Shrink(Failing(program, "random", 1));

        string? claim = BrokenBy(program, least);
        Assert.NotNull(claim);
        Assert.True(shrink.Minimality.IsProved);
        Assert.InRange(shrink.Minimality.Replays, shrink.Minimality.ProofReplays, 500);
        Assert.All(Removals(least), removal => Assert.NotEqual(claim, BrokenBy(program, removal)));
    }

    private static IEnumerable<int[]> Removals(IReadOnlyList<int> schedule)
    {
        for (int at = 0; at < schedule.Count; at++)
            yield return [.. schedule.Take(at), .. schedule.Skip(at + 1)];
        for (int at = 1; at < schedule.Count; at++)
        {
            int left = schedule[at - 1];
            int away = schedule.Skip(at).TakeWhile(thread => thread != left).Count();
            if (away == 0 || at + away == schedule.Count)
                continue;
            int back = schedule.Skip(at + away).TakeWhile(thread => thread == left).Count();
            int before = schedule.Take(at).Reverse().TakeWhile(thread => thread == left).Count();
            int[] between = [.. schedule.Skip(at).Take(away)];
            int[] own = [.. Enumerable.Repeat(left, before + back)];
            int[] rest = [.. schedule.Skip(at + away + back)];
            yield return [.. schedule.Take(at - before), .. own, .. between, .. rest];
            yield return [.. schedule.Take(at - before), .. between, .. own, .. rest];
        }
    }

    /// <summary>The claim that a schedule breaks by its end; a thread that cannot run is passed over.</summary>
    private static string? BrokenBy(ThreadProgram program, IReadOnlyList<int> schedule)
    {
        ThreadMachine machine = new(program);
        foreach (int thread in schedule)
        {
            if (machine.Count > 0 && machine.CanRun(thread))
                machine.Step(thread);
        }

        return ThreadReplay.BrokenAt(machine).Violates;
    }

    private static IReadOnlyList<int> Failing(ThreadProgram program, string strategy, ulong seed)
    {
        ThreadOptions options = new() { Strategy = strategy, Executions = 10_000, Seed = seed, StopAtFirst = true };
        return ThreadSearches.Run(program, options).First!.Schedule;
    }
}
