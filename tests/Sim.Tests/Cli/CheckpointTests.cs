using System.Text.Json.Nodes;
using TwoDoors.Sim.Cli;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios.Recipe;
using TwoDoors.Sim.Tests.Recipe;
using Xunit;

namespace TwoDoors.Sim.Tests.Cli;

public sealed class CheckpointTests : IDisposable
{
    private readonly Tool tool = new() { Engine = new Engine(), Systems = [new RecipeSystem()] };
    private Action? stop;

    public CheckpointTests()
    {
        Directory.Delete(Path.Combine(tool.Folder, "scenarios"), recursive: true);
        foreach (string name in new[] { "litmus/replace-by-rename", "append-to-log" })
            tool.Write($"scenarios/recipe/{name}.yaml", RecipeText.OfRepository($"scenarios/recipe/{name}.yaml"));
        tool.Signals = action =>
        {
            stop = action;
            return new StringReader("");
        };
    }

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("exhaustive")]
    [InlineData("random --executions 301 --seed 7")]
    public void Explore_StoppedAndResumed_IsTheVerdictOfAnUninterruptedRun(string strategy)
    {
        string[] search = ["explore", "scenarios/recipe", "--workers", "1", "--strategy", .. strategy.Split(' ')];
        int alone = tool.Run([.. search, "--json", "alone.json"]);
        int reports = 0;
        StopWhen(() => ++reports == 2);
        int stopped = tool.Run([.. search, "--checkpoint", "c.json"]);
        string line = tool.Error;
        StopWhen(() => false);

        int resumed = tool.Run([.. search, "--resume", "c.json", "--json", "resumed.json"]);

        Assert.Equal((3, alone), (stopped, resumed));
        Assert.EndsWith("stopped; --resume c.json goes on\n", line, StringComparison.Ordinal);
        Assert.Equal(Compared("alone.json"), Compared("resumed.json"));
        Assert.False(File.Exists(Path.Combine(tool.Folder, "c.json.new")));
    }

    [Theory]
    [InlineData("--seed 8", "has the seed 7 and not 8 ('recipe/append-to-log')")]
    [InlineData("--strategy pct", "has the strategy random and not pct ('recipe/append-to-log')")]
    [InlineData("--executions 12", "has the executions 11 and not 12 ('recipe/append-to-log')")]
    [InlineData("--set disk.profile=btrfs", "was made with --set explore.executions=11 --set explore.seed=7 --set "
        + "explore.strategy=random and not with --set disk.profile=btrfs --set explore.executions=11 --set "
        + "explore.seed=7 --set explore.strategy=random ('recipe/append-to-log')")]
    [InlineData("--shard 0/2 --out p", "is of part 0/1 and not of 0/2")]
    [InlineData("scenarios/recipe/litmus/replace-by-rename.yaml",
        "knows nothing of 'recipe/litmus/replace-by-rename', which is to be explored")]
    public void Resume_AnotherExploration_IsOneLineAndExitCode2(string options, string message)
    {
        Begin();

        int code = tool.Run([.. Sample, "--resume", "c.json", .. options.Split(' ')]);

        Assert.Equal((2, $"c.json: {message}\n"), (code, tool.Error));
    }

    [Fact]
    public void Resume_AnotherTextOrProgram_IsOneLineAndExitCode2()
    {
        Begin();
        JsonNode changed = JsonNode.Parse(tool.Read("c.json"))!;
        changed["program"] = "0.0.1 x";
        tool.Write("old.json", changed.ToJsonString());

        Assert.Equal(2, tool.Run([.. Sample, "--resume", "old.json"]));
        Assert.StartsWith(
            "old.json: was written by another program, 0.0.1 x, and", tool.Error, StringComparison.Ordinal);
        tool.Replace("scenarios/recipe/append-to-log.yaml", "claim: ", "claim: Now ");
        Assert.Equal(2, tool.Run([.. Sample, "--resume", "c.json"]));
        Assert.Equal(
            "c.json: is of another text of 'recipe/append-to-log' ('recipe/append-to-log')\n", tool.Error);
    }

    [Fact]
    public void Resume_FileThatIsBroken_IsOneLineAndExitCode2()
    {
        Begin();
        JsonNode changed = JsonNode.Parse(tool.Read("c.json"))!;
        changed["scenarios"]![0]!["state"] = new JsonArray("AAAA");
        tool.Write("changed.json", changed.ToJsonString());
        tool.Write("half.json", tool.Read("c.json")[..300]);

        Assert.Equal(2, tool.Run([.. Sample, "--resume", "changed.json"]));
        Assert.StartsWith("changed.json: is not a checkpoint that explore --checkpoint wrote, or was changed: 'state'",
            tool.Error, StringComparison.Ordinal);
        Assert.Equal(2, tool.Run([.. Sample, "--resume", "half.json"]));
        Assert.Matches(@"^half\.json:\d+:\d+: is not a checkpoint .* broken JSON after this\n$", tool.Error);
        Assert.Equal(2, tool.Run([.. Sample, "--resume", "none.json"]));
        Assert.Equal("none.json: no such file\n", tool.Error);
    }

    [Fact]
    public void Checkpoint_StrategyThatLearns_IsRefusedInOneLine()
    {
        int code = tool.Run([.. Sample, "--strategy", "coverage", "--checkpoint", "c.json"]);

        Assert.Equal(2, code);
        Assert.Equal(
            "strategy coverage: learns from each execution of 'recipe/append-to-log', so it cannot be stopped and "
            + "resumed\n",
            tool.Error);
    }

    private static string[] Sample =>
        ["explore", "scenarios/recipe/append-to-log.yaml", "--set", "explore.strategy=random", "--set",
            "explore.executions=11", "--set", "explore.seed=7"];

    private void Begin() => tool.Run([.. Sample, "--checkpoint", "c.json"]);

    private void StopWhen(Func<bool> isTime) => tool.Engine = new Engine
    {
        Explore = (subject, options, listener) =>
            Explorer.Explore(subject, options, new StoppingListener(isTime, () => stop!())),
    };

    private string Compared(string file)
    {
        JsonNode all = JsonNode.Parse(tool.Read(file))!;
        foreach (JsonNode? one in all["scenarios"]!.AsArray())
            one!.AsObject().Remove("elapsedMilliseconds");
        return all.ToJsonString();
    }

    private sealed class StoppingListener(Func<bool> isTime, Action stop) : IProgressListener
    {
        public void Report(in Counts counts, int crashes, long waiting, double part)
        {
            if (isTime())
                stop();
        }
    }
}
