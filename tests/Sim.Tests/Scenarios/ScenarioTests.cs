using TwoDoors.Model.World;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios;
using Xunit;

namespace TwoDoors.Sim.Tests.Scenarios;

public sealed class ScenarioTests
{
    [Fact]
    public void Load_GoodScenario_FillsTheSubject()
    {
        Subject subject = TinySystem.Load(TinySystem.Good).Subject;

        Assert.Equal("tiny/good", subject.Name);
        Assert.Equal("xfs", subject.Profile);
        Assert.Null(subject.HostCrashes);
        Assert.Equal([new("eio-read", 1)], subject.Faults);
        Assert.Equal("no-loss", Assert.Single(subject.Properties).Name);
    }

    [Fact]
    public void Load_Mounts_DivideTheContent()
    {
        Subject subject = TinySystem.Load(TinySystem.Good).Subject;

        Assert.Equal(["/", "/A"], subject.Mounts.Select(mount => mount.Path.ToString()));
        Assert.Equal([(FilePath)"/B"u8], subject.Mounts[0].Directories);
        Assert.Empty(subject.Mounts[1].Directories);
        Assert.Equal((FilePath)"/A/m"u8, Assert.Single(subject.Mounts[1].Files).Key);
    }

    [Fact]
    public void Load_PropertiesLeftOut_TakesAll()
    {
        string text = TinySystem.Good.Replace("properties: [no-loss]\n", "", StringComparison.Ordinal);

        Assert.Equal(2, TinySystem.Load(text).Subject.Properties.Count);
    }

    [Fact]
    public void Load_Settings_ReplaceAndAddAndAreNamedInTraces()
    {
        Subject subject = TinySystem
            .Load(
                TinySystem.Good, "faults.crashes=3", "explore.seed=7", "disk.sector=4096", "properties=[no-duplicate]")
            .Subject;

        Assert.Equal(3, subject.HostCrashes);
        Assert.Equal(4096, subject.SectorBytes);
        Assert.Equal("no-duplicate", Assert.Single(subject.Properties).Name);
        Assert.Equal(["disk.sector", "faults.crashes", "properties"], subject.Settings.Select(pair => pair.Key));
    }

    [Theory]
    [InlineData("variant: durable", "variannt: durable", "5:1: unknown key 'variannt'; did you mean 'variant'?")]
    [InlineData("source: the", "sourze: the", "3:1: unknown key 'sourze'; did you mean 'source'?")]
    [InlineData("profile: xfs", "profil: xfs", "6:9: unknown key 'disk.profil'; did you mean 'disk.profile'?")]
    [InlineData("eio-read", "eio-raed", "7:25: unknown key 'faults.eio-raed'; did you mean 'faults.eio-read'?")]
    [InlineData("claim: Nothing is lost.\n", "", "1:1: missing key 'claim': a text")]
    [InlineData("crashes: any, ", "", "7:9: missing key 'faults.crashes': a number, or any")]
    [InlineData("Nothing is lost.", "", "2:7: 'claim': expected a text, found nothing")]
    [InlineData("claim: Nothing is lost.", "claim: [a]", "2:8: 'claim': expected a text, found a list")]
    [InlineData("profile: xfs", "profile: xsf", "6:18: 'disk.profile': unknown 'xsf'; did you mean 'xfs'?")]
    [InlineData("durable", "quick", "5:10: 'variant': unknown 'quick'; expected one of: durable, as-written")]
    [InlineData("crashes: any", "crashes: many", "7:20: 'faults.crashes': expected a number, found 'many'")]
    [InlineData("crashes: any", "crashes: -1", "7:20: 'faults.crashes': -1 is out of range; expected 0 to 1000")]
    [InlineData("system: tiny", "system: tinny", "4:9: unknown system 'tinny'; did you mean 'tiny'?")]
    [InlineData("[no-loss]", "[no-los]", "8:14: 'properties': unknown 'no-los'; did you mean 'no-loss'?")]
    [InlineData("[no-loss]", "[no-loss, no-loss]", "8:23: 'no-loss' is in 'properties' twice")]
    [InlineData("mounts: [/A]", "mounts: [A]", "6:32: 'disk.mounts': expected an absolute path, found 'A'")]
    [InlineData("mounts: [/A]", "mounts: [/A/B]", "6:31: 'disk.mounts': /A/B is not directly below the root")]
    [InlineData("expect: holds", "expect: hold", "9:9: 'expect': unknown 'hold'; did you mean 'holds'?")]
    [InlineData(
        "expect: holds",
        "expect: { violates: no-duplicate }",
        "9:9: 'expect': 'no-duplicate' is not among the properties; expected one of: no-loss")]
    [InlineData("tiny/good", "Tiny Good", "1:11: 'scenario': expected a name such as spool/f1, found 'Tiny Good'")]
    [InlineData("claim:", "scenario: b\nclaim:", "2:1: duplicate key 'scenario'; first in line 1")]
    [InlineData("disk: {", "disk:\n\tprofile: {", "7:1: a tab cannot indent YAML; use spaces")]
    [InlineData("claim: N", "claim: &a N", "2:8: anchors and aliases are not supported; write the value out")]
    [InlineData("disk: { profile: xfs, mounts: [/A] }", "disk: xfs",
        "6:7: 'disk': expected keys and values, found 'xfs'")]
    [InlineData("expect: holds", "expect: holds\nexplore: { budget: 30 }",
        "10:20: 'explore.budget': expected a time such as 500ms, 30s, 5m or 2h, found '30'")]
    [InlineData("expect: holds", "expect: holds\nwithout-syncs: [fil]",
        "10:17: 'without-syncs': unknown 'fil'; did you mean 'file'?")]
    public void Load_Mistake_IsOneMessageWithItsPlace(string good, string bad, string message)
    {
        string text = TinySystem.Good.Replace(good, bad, StringComparison.Ordinal);

        ScenarioException error = Assert.Throws<ScenarioException>(() => TinySystem.Load(text));

        Assert.Equal($"scenarios/x.yaml:{message}", error.Message);
    }

    [Theory]
    [InlineData("", "1:1: the file is empty")]
    [InlineData("- a\n", "1:1: expected keys and values, found a list")]
    [InlineData("a: b\n---\nc: d\n", "2:1: a second document; a file holds one scenario")]
    public void Load_NoScenario_IsOneMessageWithItsPlace(string text, string message)
    {
        ScenarioException error = Assert.Throws<ScenarioException>(() => TinySystem.Load(text));

        Assert.Equal($"scenarios/x.yaml:{message}", error.Message);
    }

    [Theory]
    [InlineData("a: [b\nc: d\n", "1:4: broken YAML after this")]
    [InlineData("a: 'b\n", "1:4: broken YAML: while scanning a quoted scalar, found unexpected end of stream")]
    public void Load_BrokenYaml_SaysWhere(string text, string message)
    {
        ScenarioException error = Assert.Throws<ScenarioException>(() => TinySystem.Load(text));

        Assert.Equal($"scenarios/x.yaml:{message}", error.Message);
    }

    [Fact]
    public void Load_DeepNesting_IsAnError()
    {
        string deep = $"a: {new string('[', 9_999)}";

        ScenarioException error = Assert.Throws<ScenarioException>(() => TinySystem.Load(deep));

        Assert.Contains("nested more than 50 deep", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("]")]
    [InlineData("*")]
    [InlineData("\"")]
    [InlineData("\0")]
    [InlineData("%x\n")]
    [InlineData("!<")]
    [InlineData("? ")]
    [InlineData("|9")]
    public void Load_EveryCharacterReplaced_IsAScenarioOrAnErrorWithItsPlace(string with)
    {
        for (int i = 0; i < TinySystem.Good.Length; i++)
        {
            string text = TinySystem.Good.Remove(i, 1).Insert(i, with);
            Exception? error = Record.Exception(() => TinySystem.Load(text));

            Assert.True(error is null or ScenarioException { At.Line: > 0 }, $"{error}\n{text}");
        }
    }

    [Theory]
    [InlineData("variannt=x", "unknown key 'variannt'; did you mean 'variant'?")]
    [InlineData("faults.crashes=many", "'faults.crashes': expected a number, found 'many'")]
    [InlineData("claim.x=1", "'claim' has no keys; it is 'Nothing is lost.'")]
    [InlineData("properties.4=x", "'properties' has 1 items, the first is 0")]
    [InlineData("crashes", "expected KEY=VALUE, such as faults.crashes=3")]
    [InlineData("faults={", "broken YAML: while parsing a node, did not find expected node content")]
    public void Load_WrongSetting_CitesTheOption(string setting, string message)
    {
        ScenarioException error = Assert.Throws<ScenarioException>(() => TinySystem.Load(TinySystem.Good, setting));

        Assert.Equal($"--set {setting}: {message}", error.Message);
    }
}
