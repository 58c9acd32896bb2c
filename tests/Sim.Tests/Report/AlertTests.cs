using System.Text.Json;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;
using TwoDoors.Sim.Scenarios;
using TwoDoors.Sim.Tests.Recipe;
using Xunit;

namespace TwoDoors.Sim.Tests.Report;

public class AlertTests
{
    // The rename is not durable when the ack goes out: docs/recipes.md has the same steps with an fsync of /d.
    private const string Publish =
        """
        given: { /d/: {}, /d/f: old }
        steps:
          - creat: { path: /d/t, as: t }
          - write: { to: t, text: new }
          - fsync: { file: t, point: fsync(t) }
          - rename: { from: /d/t, to: /d/f }
          - ack: { /d/f: new }
        properties: [acked-survives: /d/f]
        """;

    [Fact]
    public void Of_Recipe_IsAtTheStepThatOpenedTheWindow()
    {
        Alert alert = Assert.Single(Alert.Of(Explore("r.yaml", RecipeText.Around(Publish))));

        Assert.Equal(new Position("r.yaml", 12, 5), alert.At);
        Assert.Contains("rename /d/t /d/f", alert.Text, StringComparison.Ordinal);
    }

    // The name of the copy for a queue is what d04 leaves out to sync; src/Model/Spool makes it with Create.
    [Fact]
    public void Of_Protocol_IsAtItsLineInModel()
    {
        string text = RecipeText.OfRepository("scenarios/spool/defects/d04-names-of-copies-not-durable.yaml");
        string file = "scenarios/spool/defects/d04.yaml";
        int expect = text.IndexOf("expect:", StringComparison.Ordinal);

        Alert alert = Alert.Of(Explore(file, text[..expect] + "expect: holds\n"))[0];

        Assert.StartsWith("src/Model/Spool/", alert.At.File, StringComparison.Ordinal);
        string line = RecipeText.OfRepository(alert.At.File).Split('\n')[alert.At.Line - 1];
        Assert.Contains("calls.Create(", line, StringComparison.Ordinal);
    }

    // The members and their places are those of the schema of SARIF 2.1.0, sections 3.27, 3.36 to 3.38.
    [Fact]
    public void Sarif_Violation_LeadsThroughTheWitness()
    {
        string text = SarifVerdicts.Of([Explore("r.yaml", RecipeText.Around(Publish))]);

        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement result = document.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        JsonElement expect = result.GetProperty("relatedLocations")[0].GetProperty("physicalLocation");
        JsonElement flow = result.GetProperty("codeFlows")[0].GetProperty("threadFlows")[0].GetProperty("locations");
        JsonElement[] essential =
            [.. flow.EnumerateArray().Where(stop => stop.GetProperty("importance").GetString() == "essential")];
        Assert.Equal(6, expect.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal(
            [12, 13],
            essential.Select(stop => stop.GetProperty("location").GetProperty("physicalLocation")
                .GetProperty("region").GetProperty("startLine").GetInt32()));
        Assert.Equal(
            "the power fails; lost: name /d/f = file t, name /d/t removed",
            essential[1].GetProperty("location").GetProperty("message").GetProperty("text").GetString());
    }

    [Fact]
    public void CallSites_OutsideModel_FindNothing() => Assert.Null(new CallSites([]).Here());

    [Theory]
    [InlineData("explore --sarif v.sarif", false, null, true)]
    [InlineData("explore --html=v.html", false, null, true)]
    [InlineData("explore", true, null, true)]
    [InlineData("explore", false, null, false)]
    [InlineData("explore --sarif v.sarif", false, "1", false)]
    [InlineData("replay t.json --html t.html", false, null, false)]
    public void Relaunch_CommandLine_IsNeededWhereLinesAreCited(string line, bool isGithub, string? set, bool needed) =>
        Assert.Equal(needed, TwoDoors.Sim.Cli.Relaunch.IsNeeded(line.Split(' '), isGithub, set));

    private static Explored Explore(string file, string text)
    {
        Scenario scenario = Scenario.Load(file, text, [], Systems.All);
        Verdict verdict = Explorer.Explore(scenario.Subject, scenario.File.Options);
        IEnumerable<Timeline> timelines =
            verdict.Violations.Select(found => Replayer.Replay(scenario.Subject, found.Trace).Timeline);
        return new Explored(scenario, verdict, [.. timelines], TimeSpan.Zero);
    }
}
