using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;
using TwoDoors.Sim.Scenarios;
using TwoDoors.Sim.Scenarios.Spool;
using Xunit;

namespace TwoDoors.Sim.Tests.Spool;

public class SpoolSynthesisTests
{
    // The calls of F1's copier that a prototype in Python found needed, one message into two queues.
    [Theory]
    [InlineData("posix-min", 7, "fsync(m), fsync(S) after m, fsync(d) x 2, fsync(D) x 2, fsync(S) commit")]
    [InlineData("ext4-ordered", 3, "fsync(m), fsync(d) x 2")]
    [InlineData("btrfs", 4, "fsync(m), fsync(d) x 2, fsync(S) commit")]
    public void Find_CopierOfF1_MeetsThePrototypesNumbers(string profile, int calls, string kept)
    {
        Scenario scenario = Scenario.Load("a.yaml", Text, [], [new SpoolSystem()]);
        ExploreOptions options = new(StopAtFirst: true);
        SyncSynthesis search = new(
            scenario.Subject, profile, ["copier"], subject => Explorer.Explore(subject, options));

        Synthesis found = search.Find(every: false);

        IReadOnlyList<string> set = Assert.Single(found.Smallest);
        string[] ofCopier = [.. set.Where(name => Part(found, name) == "copier")];
        Assert.Equal(calls, SynthesisText.Calls(found, set, "copier"));
        Assert.Equal(kept, SynthesisText.Set(found, ofCopier));
        Assert.True(found.IsProven);
    }

    private const string Text =
        """
        scenario: a
        claim: Mail arrives.
        system: spool
        variant: f1
        disk: { whole-writes: true }
        faults: { crashes: any }
        expect: holds
        """;

    private static string Part(Synthesis found, string name) =>
        found.Points.First(point => point.Point.Name == name).Point.Part;
}
