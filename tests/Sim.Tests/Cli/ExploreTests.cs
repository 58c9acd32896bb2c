using TwoDoors.Sim.Explore;
using Xunit;

namespace TwoDoors.Sim.Tests.Cli;

public sealed class ExploreTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Explore_AllAsExpected_PrintsTheTableAndExitsWith0()
    {
        int code = tool.Run("explore");

        Assert.Equal(0, code);
        Assert.Equal(
            """
            scenario   verdict                       witness                              states  runs   cuts  expected
            tiny/bad   violates no-loss              1 crash, 0 switches, 1 step, 1 lost      82   100  5,678  yes
            tiny/good  holds, any number of crashes                                           82   100  5,678  yes

            """,
            tool.Out);
        Assert.Equal("", tool.Error);
    }

    [Fact]
    public void Explore_UnexpectedVerdict_ShowsTheWitnessAndExitsWith1()
    {
        int code = tool.Run("explore", "--set", "variant=as-written");

        Assert.Equal(1, code);
        Assert.StartsWith(
            """
            tiny/good violates no-loss: m1 is in no queue
              the smallest witness: 1 crash, 0 switches, 1 step, 1 lost
              start
                 1  copier    unlink /S/m1  ok
                        not yet durable: unlink /S/m1
              ----  POWER FAILS; 1 change is lost
                        lost      link /A/m1
                        survived  unlink /S/m1
              start 2, after the crash
                 2  recovery  opendir /S    ok
                        the outside now knows: m1 was handed over
              files at the end
                    /A/
                    /S/
              broken: no-loss: m1 is in no queue

            """,
            tool.Out,
            StringComparison.Ordinal);
        Assert.Contains("NO: holds", tool.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Explore_BudgetEnds_ExitsWith3()
    {
        int code = tool.Run("explore", "scenarios/tiny/good.yaml", "--budget", "1ms");

        Assert.Equal(3, code);
        Assert.Contains("tiny/good  not violated", tool.Out, StringComparison.Ordinal);
        Assert.EndsWith("tiny/good: the budget ended first; nothing is proven\n", tool.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Explore_BudgetEndsBeforeAnExpectedViolation_ExitsWith1() =>
        Assert.Equal(1, tool.Run("explore", "scenarios/tiny/bad.yaml", "--budget", "1ms"));

    [Fact]
    public void Explore_Quiet_PrintsNothingWhenAllIsAsExpected()
    {
        int code = tool.Run("explore", "--quiet");

        Assert.Equal(0, code);
        Assert.Equal("", tool.Out);
    }

    [Fact]
    public void Explore_Workers_DoNotChangeTheOutput()
    {
        string text = tool.Read("scenarios/tiny/bad.yaml");
        for (int i = 0; i < 20; i++)
            tool.Write($"scenarios/tiny/n{i}.yaml", text.Replace("bad", $"n{i}", StringComparison.Ordinal));
        tool.Run("explore", "--workers", "1");
        string one = tool.Out;

        tool.Run("explore", "--workers", "8");

        Assert.Equal(one, tool.Out);
        Assert.Equal(24, one.Split('\n').Length);
    }

    [Fact]
    public void Explore_EngineFails_ThrowsInTheCallingThread()
    {
        tool.Engine = tool.Engine with { Explore = (_, _, _) => throw new InvalidOperationException("defect") };

        Assert.Throws<InvalidOperationException>(() => tool.Run("explore"));
    }

    [Fact]
    public void Explore_WitnessDoesNotReplay_IsNeverAsExpected()
    {
        Timeline none = new([], null, null, []);
        tool.Engine = tool.Engine with { Replay = (_, _) => new ReplayResult(none, "entry 2: met a, expected b") };

        Assert.Equal(1, tool.Run("explore"));
        Assert.Contains("NO: a witness does not replay", tool.Out, StringComparison.Ordinal);
        Assert.EndsWith("not deterministic: entry 2: met a, expected b\n", tool.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scenarios/tiny")]
    [InlineData("scenarios/tiny/")]
    [InlineData("scenarios/*/b*.yaml", "scenarios/tiny/good.yaml")]
    [InlineData("scenarios/**/*.yaml", "scenarios/tiny/good.yaml")]
    [InlineData("scenarios/tiny/????.yaml", "scenarios/tiny/bad.yaml")]
    public void Explore_FoldersGlobsAndFiles_MeanTheSame(params string[] paths)
    {
        int code = tool.Run(["explore", .. paths]);

        Assert.Equal(0, code);
        Assert.Equal(4, tool.Out.Split('\n').Length);
    }

    [Fact]
    public void Explore_BelowTheRoot_FindsScenariosUpwards()
    {
        tool.Write("src/deep/x", "");
        using Tool below = new(Path.Combine(tool.Folder, "src", "deep"));

        Assert.Equal(0, below.Run("explore"));
        Assert.Contains("tiny/good", below.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Explore_SlowInAPipe_PrintsALineASecond()
    {
        tool.Engine = tool.Engine with { Explore = (_, _, listener) => Slow(listener!) };

        tool.Run("explore", "scenarios/tiny/good.yaml");

        string line = Assert.Single(tool.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches(
            @"^tiny/good: 82 states, 100 runs, 5,678 cuts \(.+/s\), 42 waiting, \d\.\d s, "
            + @"about 37 % explored, [23] s left$",
            line);
    }

    private static Verdict Slow(IProgressListener listener)
    {
        listener.Report(Tool.Holds.Counts, 1, 42, 0.37);
        Thread.Sleep(1_600);
        return Tool.Holds;
    }
}
