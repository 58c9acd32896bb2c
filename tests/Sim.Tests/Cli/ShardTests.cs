using System.Text.Json;
using TwoDoors.Sim.Cli;
using TwoDoors.Sim.Scenarios.Recipe;
using TwoDoors.Sim.Tests.Recipe;
using Xunit;

namespace TwoDoors.Sim.Tests.Cli;

public sealed class ShardTests : IDisposable
{
    private readonly Tool tool = new() { Engine = new Engine(), Systems = [new RecipeSystem()] };

    public ShardTests()
    {
        Directory.Delete(Path.Combine(tool.Folder, "scenarios"), recursive: true);
        foreach (string name in new[] { "litmus/replace-by-rename", "append-to-log" })
            tool.Write($"scenarios/recipe/{name}.yaml", RecipeText.OfRepository($"scenarios/recipe/{name}.yaml"));
    }

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("exhaustive")]
    [InlineData("random --executions 301 --seed 7")]
    public void Merge_EveryPart_IsTheVerdictOfOneMachine(string strategy)
    {
        string[] search = ["--strategy", .. strategy.Split(' ')];
        int alone = tool.Run(["explore", "scenarios/recipe", .. search, "--json", "alone.json"]);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(
                0, tool.Run(["explore", "scenarios/recipe", .. search, "--shard", $"{i}/3", "--out", Part(i)]));
        }

        int merged = tool.Run("merge", Part(2), Part(0), Part(1), "--json", "merged.json");

        Assert.Equal(alone, merged);
        Assert.Equal(Compared("alone.json"), Compared("merged.json"));
    }

    [Fact]
    public void Explore_PartOfAScenarioThatHolds_LeavesTheVerdictToMerge()
    {
        int code = tool.Run("explore", "scenarios/recipe/append-to-log.yaml", "--shard", "1/2", "--out", "p.json");

        Assert.Equal(0, code);
        Assert.Matches(@"recipe/append-to-log  nothing broken in part 1/2 .*  merge tells\n$", tool.Out);
    }

    [Fact]
    public void Merge_PartsThatWereStopped_ExitsWith3()
    {
        string[] sample = ["explore", "scenarios/recipe/append-to-log.yaml", "--strategy", "random", "--budget", "1ms"];
        for (int i = 0; i < 2; i++)
            tool.Run([.. sample, "--shard", $"{i}/2", "--out", Part(i)]);

        Assert.Equal(3, tool.Run("merge", Part(0), Part(1)));
        Assert.Contains("nothing is proven", tool.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SLURM_ARRAY_TASK_ID=1 SLURM_ARRAY_TASK_COUNT=3", "part 1/3, because SLURM_ARRAY_TASK_ID is set")]
    [InlineData(
        "SLURM_ARRAY_TASK_ID=7 SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_MIN=5 SLURM_ARRAY_TASK_STEP=2",
        "part 1/3, because SLURM_ARRAY_TASK_ID is set")]
    [InlineData("JOB_COMPLETION_INDEX=0 JOB_COMPLETIONS=4", "part 0/4, because JOB_COMPLETION_INDEX is set")]
    public void Explore_VariablesOfAScheduler_SayWhichPart(string variables, string line)
    {
        Set(variables);

        int code = tool.Run("explore", "scenarios/recipe/append-to-log.yaml", "--out", "p.json");

        Assert.Equal(0, code);
        Assert.StartsWith($"{line}; --shard 0/1 explores everything\n", tool.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Explore_ShardGiven_CountsMoreThanVariables()
    {
        Set("SLURM_ARRAY_TASK_ID=1 SLURM_ARRAY_TASK_COUNT=3");

        Assert.Equal(0, tool.Run("explore", "scenarios/recipe/append-to-log.yaml", "--shard", "0/1"));
        Assert.StartsWith("scenario ", tool.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "--shard 2/2 --out p", "--shard 2/2: expected I/N with I from 0 to N - 1, such as 0/4")]
    [InlineData("", "--shard 1 --out p", "--shard 1: expected I/N with I from 0 to N - 1, such as 0/4")]
    [InlineData("", "--shard 0/2", "part 0/2: --out FILE is missing: twodoors merge needs it to tell anything")]
    [InlineData("", "--shards 2", "--shards 2: which one? --shard I/N, or the variable JOB_COMPLETION_INDEX, says it")]
    [InlineData(
        "JOB_COMPLETION_INDEX=1",
        "--out p",
        "JOB_COMPLETION_INDEX=1: of how many? --shards N or the variable JOB_COMPLETIONS says it")]
    [InlineData(
        "SLURM_ARRAY_TASK_ID=1",
        "--out p",
        "SLURM_ARRAY_TASK_ID=1: SLURM_ARRAY_TASK_COUNT is not set; --shard I/N says which part this is")]
    [InlineData(
        "JOB_COMPLETION_INDEX=3",
        "--shards 3 --out p",
        "JOB_COMPLETION_INDEX=3: is not one of 3 parts that are numbered from 0; --shard I/N says which it is")]
    public void Explore_PartThatMakesNoSense_IsOneLineAndExitCode2(string variables, string options, string message)
    {
        Set(variables);

        int code = tool.Run(["explore", .. options.Split(' ')]);

        Assert.Equal(2, code);
        Assert.Equal($"{message}\n", tool.Error);
    }

    [Fact]
    public void Merge_FilesThatDoNotFit_AreOneLineAndExitCode2()
    {
        Explore(0, 2);
        Explore(1, 2);
        Explore(0, 3);
        Explore(1, 2, "--seed", "9");
        tool.Write("half.json", tool.Read("0of2.json")[..900]);
        tool.Write("other.json", tool.Read("0of2.json").Replace("\"runs\": ", "\"runs\": -", StringComparison.Ordinal));

        Mistake("0of2.json: is one of 2 parts, part 1/2 is not given", "0of2.json");
        Mistake("0of2.json: is part 0/2, and so is 0of2.json", "0of2.json", "0of2.json");
        Mistake("0of3.json: is part 0/3, 1of2.json is part 1/2", "1of2.json", "0of3.json");
        Mistake(
            "1of2--seed9.json: has the seed 9 and not 1, as 0of2.json ('recipe/append-to-log')",
            "0of2.json",
            "1of2--seed9.json");
        Mistake("other.json: is not a part that explore --out wrote, or was changed: 'runs' is missing or is not what "
            + "it must be", "other.json");
        Assert.Equal(2, tool.Run("merge", "half.json"));
        Assert.Matches(@"^half.json:\d+:\d+: is not a part that explore --out wrote, or not all of it", tool.Error);
    }

    [Fact]
    public void Merge_ScenarioThatWasChanged_IsOneLineAndExitCode2()
    {
        Explore(0, 1);
        tool.Replace("scenarios/recipe/append-to-log.yaml", "claim: ", "claim: Now ");

        Mistake(
            "0of1.json: is of another text of 'recipe/append-to-log', as scenarios/recipe/append-to-log.yaml",
            "0of1.json");
    }

    private static string Part(int index) => $"parts/{index}.json";

    private void Explore(int index, int count, params string[] more) => tool.Run(
    [
        "explore", "scenarios/recipe/append-to-log.yaml", .. more,
        "--shard", $"{index}/{count}", "--out", $"{index}of{count}{string.Concat(more)}.json",
    ]);

    private void Mistake(string message, params string[] files)
    {
        Assert.Equal(2, tool.Run(["merge", .. files]));
        Assert.Equal($"{message}\n", tool.Error);
    }

    private void Set(string variables)
    {
        string[][] pairs =
            [.. variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('='))];
        tool.Variable = name => pairs.FirstOrDefault(pair => pair[0] == name)?[1];
    }

    /// <summary>What must be equal: all but what is counted twice, and how it went.</summary>
    private string Compared(string file)
    {
        using JsonDocument document = JsonDocument.Parse(tool.Read(file));
        string[] free = ["counts", "progression", "firstBroken", "elapsedMilliseconds"];
        return string.Join('\n', document.RootElement.GetProperty("scenarios").EnumerateArray()
            .SelectMany(one => one.EnumerateObject().Where(member => !free.Contains(member.Name)))
            .Select(member => $"{member.Name} {member.Value}"));
    }
}
