using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore;

public class TreeEstimateTests
{
    // A lopsided tree: the branchings above each of its 1 + 2 + 6 leaves.
    private static readonly int[][] Lopsided =
        [[3], [3, 2], [3, 2], [3, 2, 3], [3, 2, 3], [3, 2, 3], [3, 2, 3], [3, 2, 3], [3, 2, 3]];

    [Fact]
    public void Part_EveryLeaf_IsOne()
    {
        TreeEstimate estimate = Seen(Lopsided);

        Assert.Equal(1, estimate.Part, 12);
        Assert.Equal(9, estimate.LeavesOfSearch, 12);
    }

    [Fact]
    public void Part_HalfOfAUniformTree_IsHalf()
    {
        TreeEstimate estimate = Seen([.. Enumerable.Repeat<int[]>([2, 5, 3], 15)]);

        Assert.Equal(0.5, estimate.Part, 12);
        Assert.Equal(30, estimate.LeavesOfSearch, 12);
    }

    // By Knuth's theorem: each leaf is met with the chance 1 / product, and then counts as product.
    [Fact]
    public void LeavesOfWalks_Expectation_IsTheNumberOfLeaves()
    {
        double expected = Lopsided.Sum(leaf => Seen([leaf]).LeavesOfWalks / leaf.Aggregate(1, (all, one) => all * one));

        Assert.Equal(Lopsided.Length, expected, 12);
    }

    // A hundred thousand walks: the deviation of one is 6.5, of their mean 0.02.
    [Fact]
    public void LeavesOfWalks_ManyWalks_ComesNearTheNumberOfLeaves()
    {
        SplitMix64 random = new(1);
        TreeEstimate estimate = new();
        for (int walk = 0; walk < 100_000; walk++)
            estimate.Leaf(Lopsided[Walk(random)]);

        Assert.InRange(estimate.LeavesOfWalks, 8.9, 9.1);
    }

    [Fact]
    public void Part_OfATape_GrowsAsItsLeavesWeigh()
    {
        Tape tape = new();
        TreeEstimate estimate = new();
        do
        {
            Assert.Equal(estimate.Part, tape.Part, 12);
            int[] branching = tape.Next(2) == 0 ? [2] : [2, 3];
            if (branching.Length == 2)
                tape.Next(3);
            estimate.Leaf(branching);
        }
        while (tape.Advance());

        Assert.Equal(1, estimate.Part, 12);
    }

    [Fact]
    public void Left_AQuarterInTenSeconds_IsThirtySeconds()
    {
        Assert.Equal(TimeSpan.FromSeconds(30), TreeEstimate.Left(0.25, TimeSpan.FromSeconds(10)));
        Assert.Null(TreeEstimate.Left(0, TimeSpan.FromSeconds(10)));
        Assert.Null(TreeEstimate.Left(double.NaN, TimeSpan.FromSeconds(10)));
    }

    private static TreeEstimate Seen(int[][] leaves)
    {
        TreeEstimate estimate = new();
        foreach (int[] leaf in leaves)
            estimate.Leaf(leaf);
        return estimate;
    }

    /// <summary>A walk down the lopsided tree: the number of the leaf that it ends at.</summary>
    private static int Walk(SplitMix64 random) => random.Below(3) switch
    {
        0 => 0,
        1 => 1 + random.Below(2),
        _ => 3 + (3 * random.Below(2)) + random.Below(3),
    };
}
