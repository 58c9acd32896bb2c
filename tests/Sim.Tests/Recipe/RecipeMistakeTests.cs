using TwoDoors.Sim.Scenarios;
using Xunit;

namespace TwoDoors.Sim.Tests.Recipe;

public sealed class RecipeMistakeTests
{
    // The body starts in line 7 of the file.
    private const string Good =
        """
        given:
          /d/f: old
        steps:
          - open: { path: /d/t, flags: [create, write-only], as: tmp }
          - write: { to: tmp, text: new }
          - fsync: { file: tmp, point: fsync(t) }
          - close: tmp
          - rename: { from: /d/t, to: /d/f }
          - fsync: { directory: /d, point: fsync(d) }
          - ack: new
        properties:
          - old-or-new: /d/f
        """;

    [Fact]
    public void Load_GoodRecipe_HasItsSyncPointsAndClaims()
    {
        Scenario scenario = RecipeText.Load(RecipeText.Around(Good), "without-syncs=[fsync(d)]");

        Assert.Equal(["fsync(d)"], scenario.Subject.WithoutSyncs);
        Assert.Equal(
            ["old-or-new", "steps-finish", "recovery-finishes"],
            scenario.Subject.Properties.Select(property => property.Name));
    }

    [Theory]
    [InlineData("- rename:", "- renmae:", "14:5: unknown step 'renmae'; did you mean 'rename'?")]
    [InlineData("- close: tmp", "- close: tpm", "13:12: 'close.file': no handle 'tpm' was opened before")]
    [InlineData(", point: fsync(t) }", " }", "12:12: missing key 'fsync.point': a name for this sync")]
    [InlineData("point: fsync(d)", "point: fsync(t)", "15:36: duplicate point 'fsync(t)'; first in line 12")]
    [InlineData("- old-or-new: /d/f", "- old-or-new: /d/g", "18:17: 'old-or-new': no step uses /d/g and it is not")]
    [InlineData("[create, write-only]", "[creat, write-only]", "10:33: 'open.flags': unknown 'creat'; did you")]
    [InlineData("text: new }", "text: }", "11:29: 'text': expected a text, found nothing")]
    [InlineData("to: /d/f }", "too: /d/f }", "14:27: unknown key 'rename.too'; did you mean 'rename.to'?")]
    [InlineData("- old-or-new", "- old-or-knew", "18:5: unknown property 'old-or-knew'; did you mean 'old-or-new'?")]
    [InlineData("- ack: new", "- ack: { /d/x: absent, /d/x: y }", "16:26: duplicate key '/d/x'")]
    [InlineData("path: /d/t", "path: d/t", "10:19: 'path': expected an absolute path, found 'd/t'")]
    [InlineData("path: /d/t", "path: \"/d/${id}\"", "10:19: 'path': no variable 'id' was bound before")]
    [InlineData("- close: tmp", "- close: tmp\n    point: x", "14:5: 'point' stands beside 'close'")]
    [InlineData("as: tmp }", "as: tmp, mode: 99 }", "10:69: 'open.mode': expected octal permission bits")]
    [InlineData("- ack: new", "- ack: new\n  - ack: new", "17:10: 'ack': \"new\" is acked for /d/f twice")]
    [InlineData("  - ack: new\n", "", "17:17: 'old-or-new': no step acks anything about /d/f")]
    [InlineData("/d/f: old", "/d/f/: old", "8:10: 'given': /d/f/ is a directory; it has no content")]
    public void Load_Mistake_SaysWhereAndWhatWasMeant(string right, string wrong, string expected)
    {
        string text = RecipeText.Around(Good.Replace(right, wrong, StringComparison.Ordinal));

        ScenarioException mistake = Assert.Throws<ScenarioException>(() => RecipeText.Load(text));

        Assert.Contains(expected, mistake.Message, StringComparison.Ordinal);
        Assert.StartsWith("r.yaml:", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_HandleOfAnotherActivity_IsUnknown()
    {
        string text = RecipeText.Around(
            """
            activities:
              one:
                - open: { path: /f, flags: [create], as: f }
              two:
                - close: f
            properties:
              - exists: /f
            """);

        ScenarioException mistake = Assert.Throws<ScenarioException>(() => RecipeText.Load(text));

        Assert.StartsWith("r.yaml:11:14: 'close.file': no handle 'f'", mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("join: tow", "12:13: 'join': no activity 'tow' above this one; did you mean 'two'?")]
    [InlineData("join: one", "12:13: 'join': no activity 'one' above this one")]
    [InlineData("write: { to: f, read: txt }", "'read': nothing was read as 'txt' before; did you mean 'text'?")]
    [InlineData("lock: { file: f, must-fail: EAGIAN }", "'lock.must-fail': unknown 'EAGIAN'; did you mean 'EAGAIN'?")]
    [InlineData("read: { from: f, path: /f, length: 1 }", "'read.path': 'from' is given too; one of them is")]
    [InlineData("read: { from: f }", "missing key 'read.length'")]
    public void Load_MistakeBesideAnotherActivity_SaysWhatWasMeant(string step, string expected)
    {
        string text = RecipeText.Around(
            $$"""
            activities:
              two: [mkdir: /d]
              one:
                - creat: { path: /f, as: f }
                - read: { path: /f, as: text }
                - {{step}}
            properties:
              - exists: /d
            """);

        ScenarioException mistake = Assert.Throws<ScenarioException>(() => RecipeText.Load(text));

        Assert.Contains(expected, mistake.Message, StringComparison.Ordinal);
    }
}
