using System.Text.Json;
using TwoDoors.Sim.Cli;
using TwoDoors.Sim.Scenarios.Threads;
using Xunit;

namespace TwoDoors.Sim.Tests.Cli;

public sealed class EngineTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Engine_Failure_PrintsScheduleByLabel()
    {
        int code = tool.Run("engine", "deadlock01", "--strategy", "dfs");

        Assert.Equal(0, code);
        string says = "deadlock: up waits for b, which down has; down waits for a, which up has";
        Assert.Equal(
            $"""
            deadlock01, dfs: fails in execution 3: {says}
              found:  2 steps, 0 switches, 1 preemption, 1 decision
              shrunk: 2 steps, 0 switches, 1 preemption, 1 decision; 1-minimal, proved by 2 of 7 replays
              start
                 1  up    lock a
                 2  down  lock b
              broken: no-deadlock: {says}

            """,
            tool.Out);
    }

    [Fact]
    public void Engine_Count_PrintsWholeSearch()
    {
        tool.Run("engine", "reorder", "2", "1", "--strategy", "dfs", "--count");

        Assert.Contains("\ntraces        162\nfailed        8\n", tool.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Engine_Json_HasCountsAndTimeline()
    {
        tool.Run("engine", "twostage", "--strategy", "dfs", "--count", "--json");

        using JsonDocument json = JsonDocument.Parse(tool.Out);
        Assert.Equal(72, json.RootElement.GetProperty("traces").GetInt64());
        Assert.Equal(1, json.RootElement.GetProperty("failedTraces").GetInt64());
        Assert.NotEmpty(json.RootElement.GetProperty("failure").GetProperty("timeline").EnumerateArray());
    }

    [Fact]
    public void Engine_Trials_PrintsMeanAndFound()
    {
        tool.Run("engine", "reorder", "--strategy", "dfs", "--trials", "3", "--executions", "5");

        Assert.StartsWith(
            "reorder(2,1), dfs: - schedules to the first failure, found in 0/3 (cap 5", tool.Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Engine_NumberInTheStrategysName_IsTaken()
    {
        tool.Run("engine", "reorder", "--strategy", "pct-10", "--trials", "2");

        Assert.StartsWith("reorder(2,1), pct-10: ", tool.Out, StringComparison.Ordinal);
        Assert.Contains("found in 2/2", tool.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Engine_ShownProgram_ReplaysItsTrace()
    {
        tool.Systems = [new ThreadsSystem()];
        tool.Engine = new Engine();
        tool.Run("engine", "twostage", "--show");
        tool.Write("shown.yaml", tool.Out);

        tool.Run("engine", "shown.yaml", "--trace", "t.json");
        int code = tool.Run("replay", "t.json", "--scenario", "shown.yaml");

        Assert.Equal(0, code);
        Assert.EndsWith(
            "broken: no-failure: the second value does not follow the first\n", tool.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Engine_ScenarioOfAHost_IsAMistake()
    {
        int code = tool.Run("engine", "scenarios/tiny/good.yaml");

        Assert.Equal(2, code);
        Assert.EndsWith("expected a scenario of system threads, found tiny\n", tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Ablate_Threads_IsAMistake()
    {
        tool.Systems = [new ThreadsSystem()];
        tool.Run("engine", "twostage", "--show");
        tool.Write("shown.yaml", tool.Out);

        int code = tool.Run("ablate", "shown.yaml");

        Assert.Equal(2, code);
        Assert.EndsWith("system threads has no disk, so there are no syncs to leave out\n", tool.Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acount", "acount: no such program; did you mean 'account'?")]
    [InlineData("reorder 2 x", "checkers x: expected a number from 1 to 200")]
    [InlineData("account 2", "account 2: expected at most account; 2 is too much")]
    [InlineData("account --strategy dsf", "--strategy dsf: no such strategy; did you mean 'dfs'?")]
    [InlineData("", "engine: expected a program; engine --list names them")]
    public void Engine_Mistake_IsOneLine(string arguments, string message)
    {
        int code = tool.Run(["engine", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal(2, code);
        Assert.Equal(message + "\n", tool.Error);
    }
}
