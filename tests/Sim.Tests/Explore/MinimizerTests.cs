using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore;

public class MinimizerTests
{
    private static readonly Subject Lossy = Publish.Subject("fsync(d)");

    /// <summary>The protocol that loses something, and beside it one that only looks.</summary>
    private static readonly Subject Beside = Lossy with
    {
        Boot = async (host, choices) =>
        {
            IActivity looker = host.Fork("looker", Look);
            await Lossy.Boot(host, choices);
            await looker.Join();
        },
    };

    private static Trace Witness => Explorer.Explore(Beside, new ExploreOptions()).Violations[0].Trace;

    [Fact]
    public void Explore_Violation_SaysWhetherItIsMinimal()
    {
        Minimality minimality = Explorer.Explore(Lossy, new ExploreOptions()).Violations[0].Minimality;

        Assert.True(minimality.IsProved);
        Assert.InRange(minimality.ProofReplays, 1, minimality.Replays);
    }

    [Fact]
    public void Minimize_StepsOfAnActivityThatOnlyLooks_AreLeftOut()
    {
        Trace witness = Witness;
        TraceEntry look = TraceEntry.Step("looker", "stat /d");
        Trace junk = witness with
        {
            Entries = [witness.Entries[0], look, witness.Entries[1], look, look, .. witness.Entries.Skip(2)],
        };

        Minimized least = Minimizer.Minimize(Beside, junk);

        Assert.True(least.Minimality.IsProved);
        int crash = least.Trace.Entries.ToList().FindIndex(entry => entry.Kind == TraceKind.HostCrash);
        Assert.DoesNotContain(least.Trace.Entries.Take(crash), entry => entry.Who == "looker");
    }

    /// <summary>Each entry by its place, and each lost change: what then happens breaks another claim or none, or is as
    /// long as before.</summary>
    [Fact]
    public void Minimize_ProvedMinimal_NoSingleRemovalIsSmaller()
    {
        Minimized least = Minimizer.Minimize(Beside, Witness);

        Assert.True(least.Minimality.IsProved);
        Replayer replayer = new(Beside);
        Cost cost = Minimizer.CostOf(least.Trace);
        foreach (Trace removal in Removals(least.Trace))
        {
            Timeline timeline = replayer.Run(removal, lenient: true).Timeline;
            Trace happened = removal with
            {
                Entries = [.. timeline.Entries.Select(e => new TraceEntry(e.Kind, e.Who, e.What, e.Lost))],
            };
            Assert.True(
                timeline.Violates != least.Trace.Violates || Minimizer.CostOf(happened).CompareTo(cost) >= 0);
        }
    }

    [Fact]
    public void Minimize_FewReplays_EndsThereAndProvesNothing()
    {
        Minimized least = new Minimizer(Lossy, replaysMax: 2).Minimize(
            Explorer.Explore(Lossy, new ExploreOptions()).Violations[0].Trace);

        Assert.Equal(new Minimality(2, 0, IsProved: false), least.Minimality);
        Assert.Equal("acked-survives", least.Trace.Violates);
    }

    private static IEnumerable<Trace> Removals(Trace trace)
    {
        for (int at = 0; at < trace.Entries.Count; at++)
        {
            TraceEntry entry = trace.Entries[at];
            IEnumerable<TraceEntry> before = trace.Entries.Take(at);
            IEnumerable<TraceEntry> after = trace.Entries.Skip(at + 1);
            yield return trace with { Entries = [.. before, .. after] };
            foreach (string lost in entry.Lost)
            {
                TraceEntry fewer = entry with { Lost = [.. entry.Lost.Where(label => label != lost)] };
                yield return trace with { Entries = [.. before, fewer, .. after] };
            }
        }
    }

    private static async ValueTask Look(IHost host)
    {
        await host.Files.Stat("/d");
        await host.Files.Stat("/d");
        await host.Files.Stat("/d");
    }
}
