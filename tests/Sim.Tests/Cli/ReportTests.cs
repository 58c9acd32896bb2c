using Xunit;

namespace TwoDoors.Sim.Tests.Cli;

public sealed class ReportTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Report_FirstTime_WritesOneFileAScenario()
    {
        int code = tool.Run("report");

        Assert.Equal(0, code);
        Assert.Equal(
            "reports/tiny/bad.md: is missing\nreports/tiny/good.md: is missing\n2 reports, 2 changed\n",
            tool.Out);
        string report = tool.Read("reports/tiny/good.md");
        Assert.StartsWith("# tiny/good\n\nNothing is lost.\n\nSource: the tests\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_Violation_HasTheWitnessAndHowToReplayIt()
    {
        tool.Run("report");

        string report = tool.Read("reports/tiny/bad.md");
        Assert.Contains("## Verdict: violates no-loss\n", report, StringComparison.Ordinal);
        Assert.Contains("----  POWER FAILS; 1 change is lost\n", report, StringComparison.Ordinal);
        Assert.Contains("twodoors replay traces/tiny.bad.no-loss.json\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_CheckUnchanged_ExitsWith0()
    {
        tool.Run("report");

        Assert.Equal(0, tool.Run("report", "--check"));
        Assert.Equal("2 reports, none changed\n", tool.Out);
    }

    [Fact]
    public void Report_CheckChanged_SaysWhichAndWritesNothing()
    {
        tool.Run("report");
        tool.Replace("reports/tiny/bad.md", "5,678", "5,679");
        tool.Write("reports/tiny/gone.md", "# tiny/gone\n");

        Assert.Equal(1, tool.Run("report", "--check"));
        Assert.Equal(
            """
            reports/tiny/bad.md: differs
            reports/tiny/gone.md: has no scenario
            2 reports, 2 differ; twodoors report remakes them

            """,
            tool.Out);
        Assert.Contains("5,679", tool.Read("reports/tiny/bad.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_ScenarioGone_RemovesItsReport()
    {
        tool.Write("reports/tiny/gone.md", "# tiny/gone\n");
        tool.Write("reports/README.md", "kept");

        tool.Run("report");

        Assert.False(File.Exists(Path.Combine(tool.Folder, "reports/tiny/gone.md")));
        Assert.Equal("kept", tool.Read("reports/README.md"));
    }
}
