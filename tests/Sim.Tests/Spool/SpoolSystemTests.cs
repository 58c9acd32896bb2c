using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios;
using TwoDoors.Sim.Scenarios.Spool;
using Xunit;

namespace TwoDoors.Sim.Tests.Spool;

public class SpoolSystemTests
{
    // Counts of crash states after at most three host crashes, as an independent prototype in Python counted them.
    [Theory]
    [InlineData("as-written\nreading: literal", "ext3-ordered", 82, "")]
    [InlineData("as-written\nreading: literal", "ext4-ordered", 2853, "no-duplicate no-corruption")]
    [InlineData("as-written\nreading: generous", "ext4-ordered", 100, "")]
    [InlineData("f0", "posix-min", 97, "")]
    public void Explore_ThreeCrashes_MeetsThePrototypesStates(string variant, string profile, int states, string broken)
    {
        Verdict verdict = Explorer.Explore(Load($"variant: {variant}", profile).Subject, new ExploreOptions());

        Assert.Equal(states, verdict.Counts.States);
        Assert.Equal(broken, string.Join(' ', verdict.Violations.Select(violation => violation.Property)));
    }

    [Theory]
    [InlineData("variant: f3\nbatch: 2", "'batch': only f1 copies several messages at once")]
    [InlineData("variant: f1\nreading: literal", "'reading': f1 leaves nothing to be read in two ways")]
    [InlineData("variant: f1\nmay-be-bare: /B", "'may-be-bare': /B is not one of disk.mounts")]
    [InlineData("variant: f2", "'variant': unknown 'f2'")]
    public void Load_KeysThatDoNotFit_OneErrorWithItsPlace(string keys, string mistake)
    {
        ScenarioException wrong = Assert.Throws<ScenarioException>(() => Load(keys, "posix-min"));

        Assert.StartsWith("a.yaml:", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(mistake, wrong.Message, StringComparison.Ordinal);
    }

    private static Scenario Load(string keys, string profile) => Scenario.Load(
        "a.yaml",
        $$"""
        scenario: a
        claim: Mail arrives.
        system: spool
        {{keys}}
        disk: { profile: {{profile}}, whole-writes: true, ignore-inode-numbers: true }
        faults: { crashes: 3 }
        expect: holds
        """,
        [],
        [new SpoolSystem()]);
}
