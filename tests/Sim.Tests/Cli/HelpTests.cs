using TwoDoors.Sim.Explore;
using Xunit;

namespace TwoDoors.Sim.Tests.Cli;

public sealed class HelpTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("list")]
    [InlineData("explore")]
    [InlineData("merge")]
    [InlineData("replay")]
    [InlineData("minimize")]
    [InlineData("report")]
    [InlineData("check-engine")]
    [InlineData("posix")]
    [InlineData("ablate")]
    [InlineData("synthesize")]
    [InlineData("engine")]
    public void Help_EachCommand_EndsWithAnExample(string command)
    {
        int code = tool.Run(command, "--help");

        Assert.Equal(0, code);
        Assert.Matches($@"\nExample:\n  twodoors {command}[^\n]*\n", tool.Out);
    }

    [Theory]
    [InlineData("--strategy")]
    [InlineData("--executions")]
    [InlineData("--budget")]
    [InlineData("--seed")]
    [InlineData("--workers")]
    [InlineData("--shard")]
    [InlineData("--shards")]
    [InlineData("--out")]
    [InlineData("--checkpoint")]
    [InlineData("--resume")]
    [InlineData("--set")]
    [InlineData("--trace-dir")]
    [InlineData("--failure-dir")]
    [InlineData("--json")]
    [InlineData("--junit")]
    [InlineData("--sarif")]
    [InlineData("--summary")]
    [InlineData("--annotations")]
    [InlineData("--html, --report")]
    [InlineData("--quiet")]
    public void Help_Explore_NamesEveryOption(string option)
    {
        tool.Run("explore", "--help");

        Assert.Contains($"  {option} ", tool.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_Asked_IsOneLine()
    {
        int code = tool.Run("--version");

        Assert.Equal(0, code);
        Assert.Matches(@"^twodoors \d+\.\d+\.\d+\n$", tool.Out);
    }

    [Fact]
    public void List_Scenarios_ShowsClaimAndExpectation()
    {
        int code = tool.Run("list");

        Assert.Equal(0, code);
        Assert.Equal(
            """
            scenario   expected          claim
            tiny/bad   violates no-loss  Nothing is lost.
            tiny/good  holds             Nothing is lost.

            """,
            tool.Out);
    }

    [Fact]
    public void CheckEngine_AllAgree_ExitsWith0()
    {
        Assert.Equal(0, tool.Run("check-engine"));
        Assert.Contains("tiny/bad: twice   agrees  a a\n", tool.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckEngine_OneDisagrees_ExitsWith1()
    {
        tool.Engine = tool.Engine with { Sound = (subject, _, _) => new EngineCheckResult(subject.Name, false, "a b") };

        Assert.Equal(1, tool.Run("check-engine"));
        Assert.Contains("NO", tool.Out, StringComparison.Ordinal);
    }
}
