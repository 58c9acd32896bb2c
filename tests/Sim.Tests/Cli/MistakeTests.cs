using Xunit;

namespace TwoDoors.Sim.Tests.Cli;

public sealed class MistakeTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("", "twodoors: no command; twodoors --help lists them")]
    [InlineData("exlore", "twodoors: unknown command 'exlore'; did you mean 'explore'?")]
    [InlineData("explore --stratgy random", "twodoors: unknown option '--stratgy'; did you mean '--strategy'?")]
    [InlineData("--vershion", "twodoors: unknown option '--vershion'; did you mean '--version'?")]
    [InlineData(
        "explore --strategy pc",
        "--strategy pc: 'explore.strategy': unknown 'pc'; did you mean 'pct'?")]
    [InlineData(
        "explore --strategy random-4",
        "--strategy random-4: 'explore.strategy': unknown 'random-4'; did you mean 'random'?")]
    [InlineData(
        "explore --executions 0",
        "--executions 0: 'explore.executions': 0 is out of range; expected 1 to 9223372036854775807")]
    [InlineData(
        "explore --budget 30",
        "--budget 30: 'explore.budget': expected a time such as 500ms, 30s, 5m or 2h, found '30'")]
    [InlineData("explore --seed x", "--seed x: 'explore.seed': expected a number, found 'x'")]
    [InlineData("explore --workers 0", "--workers 0: expected a number from 1 to 1024")]
    [InlineData("explore --set crashes", "--set crashes: expected KEY=VALUE, such as faults.crashes=3")]
    [InlineData("explore --set fault.crashes=1", "--set fault.crashes=1: unknown key 'fault'; did you mean 'faults'?")]
    [InlineData("explore --annotations gitlab", "--annotations gitlab: unknown 'gitlab'; did you mean 'github'?")]
    [InlineData("explore nothere", "nothere: no such file or directory")]
    [InlineData("explore scenarios/x*.yaml", "scenarios/x*.yaml: no such file or directory")]
    [InlineData("explore empty", "empty: no scenarios in it")]
    [InlineData("explore bad.yaml", "bad.yaml:1:1: missing key 'scenario': a text")]
    [InlineData("explore scenarios same.yaml", "same.yaml:1:11: scenario 'tiny/bad' is in scenarios/tiny/bad.yaml too")]
    [InlineData("explore --json scenarios/tiny/good.yaml/x", "scenarios/tiny/good.yaml/x: cannot be written")]
    [InlineData("explore --json", "twodoors: Required argument missing for option: '--json'")]
    [InlineData("replay none.json", "none.json: no such file")]
    [InlineData("replay empty", "empty: is a directory; expected a file")]
    [InlineData("replay", "twodoors: Required argument missing for command: 'replay'")]
    [InlineData("replay trace.json --from -1", "--from -1: expected a number from 0 to 2147483647")]
    [InlineData("minimize trace.json", "twodoors: Option '--output' is required")]
    [InlineData("check-engine --budget 0s", "--budget 0s: expected a time such as 500ms, 30s or 5m")]
    public void Run_Mistake_IsOneLineAndExitCode2(string line, string message)
    {
        tool.Write("empty/readme", "");
        tool.Write("bad.yaml", "claim: x\n");
        tool.Write("same.yaml", tool.Read("scenarios/tiny/bad.yaml"));

        int code = tool.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal($"{message}\n", tool.Error);
        Assert.Equal(2, code);
        Assert.Equal("", tool.Out);
    }

    [Fact]
    public void Explore_TwinThatIsNoScenario_IsAMistake()
    {
        tool.Replace("scenarios/tiny/good.yaml", "tiny/bad", "tiny/bed");

        Assert.Equal(2, tool.Run("explore"));
        Assert.Equal("scenarios/tiny/good.yaml:10:7: no scenario 'tiny/bed'; did you mean 'tiny/bad'?\n", tool.Error);
    }

    [Fact]
    public void List_NoScenariosAbove_IsAMistake()
    {
        using Tool elsewhere = new(Path.GetPathRoot(tool.Folder)!);

        Assert.Equal(2, elsewhere.Run("list"));
        Assert.Equal("scenarios: no such directory here or above; give the path of a scenario\n", elsewhere.Error);
    }
}
