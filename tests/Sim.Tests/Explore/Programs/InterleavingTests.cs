using TwoDoors.Sim.Explore.Programs;
using TwoDoors.Sim.Explore.Threads;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Programs;

/// <summary>The expected numbers come from dynamic programming over the state graphs of the same programs, written
/// independently in Python.</summary>
public sealed class InterleavingTests
{
    [Theory]
    [InlineData("twostage", 72, 1)]
    [InlineData("reorder", 162, 8)]
    [InlineData("reorder 3 1", 6_573, 57)]
    [InlineData("account", 6, 2)]
    [InlineData("lazy01", 6, 2)]
    [InlineData("deadlock01", 6, 2)]
    [InlineData("wronglock 1 3", 71_844, 24_342)]
    [InlineData("bluetooth_driver", 73, 4)]
    [InlineData("token_ring", 24, 4)]
    [InlineData("carter01", 4, 2)]
    [InlineData("stack", 68_677, 9_891)]
    public void Dfs_ProgramWithOracle_CountsEverySchedule(string program, long schedules, long failing)
    {
        ThreadVerdict verdict = Search(program, new ThreadOptions { Strategy = "dfs" });

        Assert.True(verdict.Complete);
        Assert.Equal((schedules, failing), (verdict.Traces, verdict.FailedTraces));
    }

    [Fact]
    public void Dfs_ThreadsSpawnedInOrder_CountsSpawnsAsEvents()
    {
        ProgramText spawning = Spawning.From(Reorder.Of(2, 1));

        ThreadVerdict verdict = ThreadSearches.Run(spawning.Compile(), new ThreadOptions { Strategy = "dfs" });

        // The same dynamic programming with a main thread gives 20.61 schedules per failing one.
        Assert.Equal(20.61, (double)verdict.Traces / verdict.FailedTraces, 0.005);
    }

    [Fact]
    public void Dfs_ExecutionsBounded_IsNotComplete()
    {
        ThreadVerdict verdict = Search("reorder", new ThreadOptions { Strategy = "dfs", Executions = 161 });

        Assert.False(verdict.Complete);
        Assert.Equal(161, verdict.Traces);
    }

    [Fact]
    public void Dfs_EndlessLoop_GivesUpAndIsNotComplete()
    {
        ProgramText spin = new("spin", [new ThreadText("t", "while x == 0 { y = 1 }")])
        {
            Variables = [new("x", [0]), new("y", [0])],
        };

        ThreadVerdict verdict = ThreadSearches.Run(
            spin.Compile(), new ThreadOptions { Strategy = "dfs", StepsMax = 10 });

        Assert.Equal((false, 0L, 1L, 10L), (verdict.Complete, verdict.Traces, verdict.Blocked, verdict.Steps));
    }

    private static ThreadVerdict Search(string line, ThreadOptions options)
    {
        string[] words = line.Split(' ');
        CatalogueProgram program = Catalogue.Find(words[0])!;
        int[] numbers = words.Length > 1
            ? [.. words[1..].Select(int.Parse)]
            : [.. program.Parameters.Select(parameter => parameter.Usual)];
        return ThreadSearches.Run(program.Build(numbers).Compile(), options);
    }
}
