using TwoDoors.Model.Claims;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore;

public class ReplayTests
{
    private static readonly Subject Lossy = Publish.Subject("fsync(d)");

    private static Trace Witness => Explorer.Explore(Lossy, new ExploreOptions()).Violations[0].Trace;

    [Fact]
    public void Replay_Witness_BreaksTheSameClaim()
    {
        ReplayResult result = Replayer.Replay(Lossy, Witness);

        Assert.Null(result.Divergence);
        Assert.Equal("acked-survives", result.Timeline.Violates);
    }

    [Fact]
    public void Replay_TwoClaimsBreakAtOnce_TellsTheOneOfTheTrace()
    {
        Property twin = new("twin", "the same once more", ClaimTime.Always, Lossy.Properties[1].Broken);
        Subject both = Lossy with { Properties = [.. Lossy.Properties, twin] };
        IReadOnlyList<Violation> found = Explorer.Explore(both, new ExploreOptions()).Violations;

        Assert.Equal(["acked-survives", "twin"], found.Select(one => one.Property));
        Assert.All(found, one => Assert.Equal(one.Property, Replayer.Replay(both, one.Trace).Timeline.Violates));
        Assert.All(found, one => Assert.True(one.Minimality.IsProved));
    }

    [Fact]
    public void Replay_AnotherClaimBreaksOnTheWay_GoesOn()
    {
        Property early = new(
            "early", "nothing is written", ClaimTime.Always, world => world.Read("/d/t") is null ? null : "written");
        Subject both = Lossy with { Properties = [early, .. Lossy.Properties] };
        Trace late = Explorer.Explore(both, new ExploreOptions()).Violations[1].Trace;

        ReplayResult result = Replayer.Replay(both, late);

        Assert.Equal((null, "acked-survives"), (result.Divergence, result.Timeline.Violates));
        Assert.Equal("acked-survives", TapeReplay.Run(both, late).Timeline.Violates);
    }

    [Fact]
    public void Replay_AnotherCallThanTheTrace_NamesBoth()
    {
        List<TraceEntry> entries = [.. Witness.Entries];
        entries[0] = entries[0] with { What = "unlink /d/elsewhere" };

        ReplayResult result = Replayer.Replay(Lossy, Witness with { Entries = entries });

        Assert.Equal(
            "entry 1 of the trace: met 'main: unlink /d/t', expected 'main: unlink /d/elsewhere'", result.Divergence);
    }

    [Fact]
    public void Replay_UnknownLostChange_NamesIt()
    {
        List<TraceEntry> entries = [.. Witness.Entries];
        int crash = entries.FindIndex(e => e.Kind == TraceKind.HostCrash);
        entries[crash] = entries[crash] with { Lost = ["name /nowhere = file"] };

        ReplayResult result = Replayer.Replay(Lossy, Witness with { Entries = entries });

        Assert.Contains("'name /nowhere = file'", result.Divergence, StringComparison.Ordinal);
    }

    [Fact]
    public void Minimize_WitnessWithNeedlessCrash_LeavesItOut()
    {
        Trace witness = Witness;
        int crash = witness.Entries.ToList().FindIndex(e => e.Kind == TraceKind.HostCrash);
        TraceEntry extra = new(TraceKind.HostCrash, "host", "", []);
        List<TraceEntry> longer = [witness.Entries[0], extra, .. witness.Entries];
        Subject twice = Lossy with { HostCrashes = 2 };

        Trace smaller = Minimizer.Minimize(twice, witness with { Entries = longer }).Trace;

        Assert.True(crash >= 0);
        Assert.Single(smaller.Entries, e => e.Kind == TraceKind.HostCrash);
        Assert.Equal(witness.Entries.Count, smaller.Entries.Count);
    }
}
