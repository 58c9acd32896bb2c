using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace TwoDoors.Sim.Tests.Cli;

public sealed class OutputTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Json_Violation_HasEveryDocumentedMember()
    {
        tool.Run("explore", "--json", "out/v.json", "--set", "disk.sector=4096");

        using JsonDocument document = JsonDocument.Parse(tool.Read("out/v.json"));
        JsonElement bad = document.RootElement.GetProperty("scenarios")[0];
        Assert.Equal("twodoors-explore-1", document.RootElement.GetProperty("format").GetString());
        Assert.Equal(
            "scenario file claim system profile settings strategy seed outcome verdict expected asExpected closed "
            + "crashBound capped counts progression firstBroken elapsedMilliseconds hash violations",
            Names(bad));
        Assert.Equal("tiny/bad", bad.GetProperty("scenario").GetString());
        Assert.Equal("4096", bad.GetProperty("settings").GetProperty("disk.sector").GetString());
        Assert.Equal("violates", bad.GetProperty("outcome").GetString());
        Assert.Equal(5678, bad.GetProperty("counts").GetProperty("cuts").GetInt64());
        JsonElement found = bad.GetProperty("violations")[0];
        Assert.Equal(
            "property says crashes switches steps lost replays proofReplays minimal timeline files filesAtStart",
            Names(found));
        Assert.Equal("link /A/m1", found.GetProperty("timeline")[1].GetProperty("lost")[0].GetString());
    }

    [Fact]
    public void Json_ToStandardOutput_PrintsNothingElse()
    {
        int code = tool.Run("explore", "--json", "-");

        Assert.Equal(0, code);
        using JsonDocument document = JsonDocument.Parse(tool.Out);
        Assert.Equal(2, document.RootElement.GetProperty("scenarios").GetArrayLength());
    }

    [Fact]
    public void Junit_EachScenario_IsATestCase()
    {
        tool.Run("explore", "--junit", "v.xml", "--set", "variant=as-written");

        XElement suite = XDocument.Parse(tool.Read("v.xml")).Root!.Element("testsuite")!;
        XElement[] cases = [.. suite.Elements("testcase")];
        Assert.Equal("2", suite.Attribute("tests")!.Value);
        Assert.Equal("1", suite.Attribute("failures")!.Value);
        Assert.Equal(["tiny/bad", "tiny/good"], cases.Select(one => one.Attribute("name")!.Value));
        Assert.Equal(
            "expected: holds; found: violates no-loss",
            cases[1].Element("failure")!.Attribute("message")!.Value);
        Assert.Contains("POWER FAILS", cases[1].Element("failure")!.Value, StringComparison.Ordinal);
    }

    // GitLab shows the text of a failure and drops its message, so the text has to say everything.
    [Fact]
    public void Junit_Failure_SaysAllInItsText()
    {
        tool.Run("explore", "--junit", "v.xml", "--set", "variant=as-written");

        XElement one = XDocument.Parse(tool.Read("v.xml")).Descendants("testcase").Last();
        string text = one.Element("failure")!.Value;
        Assert.Equal("scenarios/tiny/good.yaml", one.Attribute("file")!.Value);
        Assert.StartsWith("expected: holds; found: violates no-loss\n", text, StringComparison.Ordinal);
        Assert.Contains("m1 is in no queue", text, StringComparison.Ordinal);
        Assert.Contains("twodoors replay traces/tiny.good.no-loss.json", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Annotations_Github_MarkTheLine()
    {
        int code = tool.Run("explore", "--annotations", "github", "--set", "variant=as-written", "--quiet");

        string line = Assert.Single(tool.Out.Split('\n'), line => line.StartsWith("::", StringComparison.Ordinal));
        Assert.Equal(1, code);
        Assert.StartsWith(
            "::error file=scenarios/tiny/good.yaml,line=9,col=9,title=tiny/good%3A no-loss is broken"
            + "::m1 is in no queue.",
            line,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Annotations_OnARunner_AreTheDefault()
    {
        tool.IsGithub = true;

        tool.Run("explore", "scenarios/tiny/good.yaml", "--budget", "1ms");
        Assert.Contains("\n::warning file=scenarios/tiny/good.yaml,line=9,", tool.Out, StringComparison.Ordinal);
        tool.Run("explore", "scenarios/tiny/good.yaml", "--budget", "1ms", "--annotations", "none");
        Assert.DoesNotContain("::warning", tool.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Annotations_JsonOnStandardOutput_GoToStandardError()
    {
        tool.Run("explore", "--json", "-", "--annotations", "github", "--set", "variant=as-written");

        Assert.StartsWith("::error ", tool.Error, StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(tool.Out);
    }

    [Fact]
    public void Summary_UnexpectedVerdict_StandsFirst()
    {
        tool.Run("explore", "--summary", "s.md", "--set", "variant=as-written");

        string text = tool.Read("s.md");
        Assert.StartsWith("## twodoors: 2 scenarios, 1 not as expected\n", text, StringComparison.Ordinal);
        Assert.Contains("### tiny/good: no-loss is broken\n", text, StringComparison.Ordinal);
        Assert.Contains("----  POWER FAILS", text, StringComparison.Ordinal);
        Assert.EndsWith("</details>\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Junit_Undecided_IsSkipped()
    {
        tool.Run("explore", "scenarios/tiny/good.yaml", "--junit", "v.xml", "--budget", "1ms");

        XElement suite = XDocument.Parse(tool.Read("v.xml")).Root!.Element("testsuite")!;
        Assert.Equal("1", suite.Attribute("skipped")!.Value);
        Assert.Equal("0", suite.Attribute("failures")!.Value);
    }

    [Fact]
    public void Sarif_UnexpectedVerdict_IsAResultAtTheExpectation()
    {
        tool.Run("explore", "--sarif", "v.sarif", "--set", "variant=as-written");

        using JsonDocument document = JsonDocument.Parse(tool.Read("v.sarif"));
        JsonElement result = document.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        JsonElement at = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("2.1.0", document.RootElement.GetProperty("version").GetString());
        Assert.Equal("unexpected-verdict", result.GetProperty("ruleId").GetString());
        Assert.Equal("scenarios/tiny/good.yaml", at.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(9, at.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Fact]
    public void Sarif_AllExpected_HasNoResults()
    {
        tool.Run("explore", "--sarif", "v.sarif");

        using JsonDocument document = JsonDocument.Parse(tool.Read("v.sarif"));
        Assert.Equal(0, document.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    [Theory]
    [InlineData("--html")]
    [InlineData("--report")]
    public void Html_EitherName_IsOnePageWithEveryScenario(string option)
    {
        tool.Run("explore", option, "v.html");

        string page = tool.Read("v.html");
        Assert.Contains("tiny/good", page, StringComparison.Ordinal);
        Assert.Contains("POWER FAILS", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
    }

    [Fact]
    public void TraceDir_Violation_WritesOneFileForIt()
    {
        tool.Run("explore", "--trace-dir", "traces");

        string file = Assert.Single(Directory.GetFiles(Path.Combine(tool.Folder, "traces")));
        Assert.Equal("tiny.bad.no-loss.json", Path.GetFileName(file));
    }

    [Fact]
    public void FailureDir_ExpectedViolation_WritesNothing()
    {
        tool.Run("explore", "--failure-dir", "failures", "--set", "variant=as-written");

        string file = Assert.Single(Directory.GetFiles(Path.Combine(tool.Folder, "failures")));
        Assert.Equal("tiny.good.no-loss.json", Path.GetFileName(file));
    }

    private static string Names(JsonElement members) =>
        string.Join(' ', members.EnumerateObject().Select(member => member.Name));
}
