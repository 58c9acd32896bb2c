using TwoDoors.Sim.Explore.Programs;
using TwoDoors.Sim.Explore.Threads;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Threads;

public sealed class ThreadShrinkTests
{
    [Fact]
    public void Shrink_ReorderOfTwenty_KeepsOneSetterAndTheChecker()
    {
        ThreadProgram program = Reorder.Of(20, 1).Compile();
        ThreadShrink shrink = new(program);

        IReadOnlyList<int> small = shrink.Shrink(LongFailure(program));

        // The first write of a setter; a, which is not 0; a again, which is 1; b, which is not -1.
        Assert.Equal(4, small.Count);
        Assert.True(shrink.IsMinimal);
        Assert.InRange(shrink.Replays, 1, 100);
    }

    [Fact]
    public void Shrink_Deadlock_KeepsTheTwoLocks()
    {
        ThreadProgram program = Deadlock01.Of().Compile();

        IReadOnlyList<int> small = new ThreadShrink(program).Shrink([0, 1]);

        Assert.Equal([0, 1], small);
    }

    [Fact]
    public void Shrink_NoFailure_ChangesNothing()
    {
        ThreadProgram program = Deadlock01.Of().Compile();

        Assert.Equal([0, 0], new ThreadShrink(program).Shrink([0, 0]));
    }

    [Fact]
    public void Shrink_FewReplaysAllowed_DoesNotSayMinimal()
    {
        ThreadProgram program = Reorder.Of(20, 1).Compile();
        ThreadShrink shrink = new(program, replaysMax: 3);

        shrink.Shrink(LongFailure(program));

        Assert.Equal((3, false), (shrink.Replays, shrink.IsMinimal));
    }

    [Theory]
    [InlineData(new[] { 0, 0, 1, 1 }, 0)]
    [InlineData(new[] { 0, 1, 0 }, 1)]
    [InlineData(new[] { 0, 1, 0, 1 }, 2)]
    [InlineData(new[] { 0, 1, 2, 0 }, 1)]
    public void Switches_Schedule_CountsThreadsThatComeBack(int[] schedule, int switches) =>
        Assert.Equal(switches, ThreadShrink.Switches(schedule));

    /// <summary>A failing schedule in which nearly every thread had a turn.</summary>
    private static List<int> LongFailure(ThreadProgram program)
    {
        ThreadMachine machine = new(program);
        int checker = program.Threads.Count - 1;
        List<int> schedule = [];
        for (int thread = 0; thread < checker; thread++)
            schedule.Add(thread);
        schedule.AddRange([checker, checker, checker]);
        foreach (int thread in schedule)
            machine.Step(thread);
        Assert.NotNull(machine.Failure);
        return schedule;
    }
}
