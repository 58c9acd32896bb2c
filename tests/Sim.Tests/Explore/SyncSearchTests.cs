using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore;

public sealed class SyncSearchTests
{
    private static readonly Trace None = new("test", [], null, null, []);

    // By hand: {1, 2}, {2, 3} and {1, 3} are hit by any two of the three bits; the third bit is the dearest.
    [Fact]
    public void Cheapest_ThreePairs_LeavesOutTheDearest()
    {
        Assert.Equal([0b011UL], HittingSets.Cheapest([0b011, 0b110, 0b101], [1, 1, 2]));
        Assert.Equal([0b011UL, 0b101UL, 0b110UL], HittingSets.Cheapest([0b011, 0b110, 0b101], [1, 1, 1]));
    }

    [Fact]
    public void Cheapest_NothingToHit_IsTheEmptySet() => Assert.Equal([0UL], HittingSets.Cheapest([], [1, 1]));

    [Fact]
    public void Run_EitherOfTwoIsEnough_FindsBothSets()
    {
        SyncSearch search = new(Points(1, 1, 1), leftOut => Breaks(leftOut.Contains("p0") && leftOut.Contains("p1")));

        Synthesis found = search.Run("posix-min");

        Assert.Equal([["p0"], ["p1"]], found.Smallest);
        Assert.Equal(["p0", "p1"], Assert.Single(found.Needed).Points);
        Assert.True(found.IsProven);
        Assert.Equal(1, found.Proof.Cheaper);
    }

    // One call of p0, or three calls of p1: the run counts, not the number of names.
    [Fact]
    public void Run_OneIsCalledThreeTimes_KeepsTheOther()
    {
        SyncSearch search = new(Points(1, 3), leftOut => Breaks(leftOut.Count == 2));

        Assert.Equal([["p0"]], search.Run("posix-min").Smallest);
    }

    [Fact]
    public void Run_NotExhausted_IsNotProven()
    {
        Verdict open = Breaks(false) with { Outcome = Outcome.NotViolated };
        SyncSearch search = new(Points(1, 1), leftOut => leftOut.Contains("p1") ? open : Breaks(false));

        Synthesis found = search.Run("posix-min");

        Assert.Equal([["p1"]], found.Smallest);
        Assert.False(found.IsProven);
    }

    [Fact]
    public void Run_BrokenWithAll_HasNoSet()
    {
        SyncSearch search = new(Points(1, 1), _ => Breaks(true));

        Synthesis found = search.Run("posix-min");

        Assert.Empty(found.Smallest);
        Assert.Equal(1, found.Proof.Explorations);
    }

    // The oracle is the search that explores every set; what must stay is drawn at random.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Run_RandomNeeds_AgreesWithEverySet(ulong seed)
    {
        SplitMix64 random = new(seed);
        for (int round = 0; round < 100; round++)
        {
            IReadOnlyList<SyncCost> points = Points([.. Enumerable.Range(0, 7).Select(_ => (long)random.Below(3))]);
            string[][] needs =
            [
                .. Enumerable.Range(0, random.Below(6)).Select(_ => points.Select(point => point.Point.Name)
                    .Where(_ => random.Below(3) == 0).Append($"p{random.Below(7)}").ToArray()),
            ];
            Verdict Try(IReadOnlyList<string> leftOut) => Breaks(needs.Any(need => need.All(leftOut.Contains)));

            Synthesis quick = new SyncSearch(points, Try).Run("posix-min");
            Synthesis every = new SyncSearch(points, Try).RunEvery("posix-min");

            Assert.Equal(Sorted(every), Sorted(quick));
            Assert.Equal(every.Proof.Cheaper, every.Proof.CheaperExplored);
            Assert.Equal(every.Proof.Cheaper, quick.Proof.Cheaper);
        }
    }

    // Breaks only where exactly p0 is left out: no conclusion from less to more is right here.
    [Fact]
    public void RunEvery_NotMonotonous_FindsWhatTheQuickSearchCannot()
    {
        SyncSearch search = new(Points(1, 1), leftOut => Breaks(leftOut is ["p0"]));

        Assert.Equal([[]], search.RunEvery("posix-min").Smallest);
    }

    private static IEnumerable<string> Sorted(Synthesis found) =>
        found.Smallest.Select(set => string.Join(' ', set)).Order(StringComparer.Ordinal);

    private static List<SyncCost> Points(params long[] calls) =>
        [.. calls.Index().Select(call => new SyncCost(new SyncPoint($"p{call.Index}", "steps"), call.Item, true))];

    private static Verdict Breaks(bool so) => new(
        so ? Outcome.Violates : Outcome.Holds,
        !so,
        null,
        false,
        default,
        so ? [new Violation("no-loss", "it is lost", 1, 0, 1, 1, None)] : [],
        "",
        0);
}
