namespace TwoDoors.Sim.Explore;

/// <summary>How much of a tree is explored, told from the leaves that were seen. A leaf weighs one part of as
/// many as the branchings above it multiply to; the weights of all leaves make 1. So the sum of those that were seen is
/// the part that is explored: exactly where all paths branch alike, and right on average where the order of branches is
/// chance.</summary>
/// <remarks>A search that takes branches in order sees no fair sample: where the subtrees that come first are smaller
/// than the others it says too much, and nobody knows by how much.
/// Source: Knuth, "Estimating the Efficiency of Backtrack Programs", Mathematics of Computation 29, 1975;
/// Kilby, Slaney, Thiebaux, Walsh, "Estimating Search Tree Size", AAAI 2006 (for searches that go on).</remarks>
public sealed class TreeEstimate
{
    private double products;

    /// <summary>Leaves seen.</summary>
    public long Leaves { get; private set; }

    /// <summary>The part that is explored, from 0 to 1, where each leaf was seen once.</summary>
    public double Part { get; private set; }

    /// <summary>How many leaves there are, by a search that has seen each leaf once.</summary>
    public double LeavesOfSearch => Leaves / Part;

    /// <summary>How many leaves there are, by walks that took each branch with equal chance: the mean of the products,
    /// whose expectation is the number of leaves, whatever the tree.</summary>
    public double LeavesOfWalks => products / Leaves;

    /// <summary>A leaf was seen.</summary>
    /// <param name="branching">How many branches there were at each node above it.</param>
    public void Leaf(ReadOnlySpan<int> branching)
    {
        double product = 1;
        foreach (int branches in branching)
            product *= branches;
        products += product;
        Part += 1 / product;
        Leaves++;
    }

    /// <summary>The part of a tree that is before a path, when branches are taken in order.</summary>
    /// <param name="taken">The branch at each node, from 0.</param>
    /// <param name="branching">How many branches there are at each node.</param>
    public static double Before(IReadOnlyList<int> taken, IReadOnlyList<int> branching)
    {
        double part = 0;
        double weight = 1;
        for (int i = 0; i < taken.Count; i++)
        {
            weight /= branching[i];
            part += taken[i] * weight;
        }

        return part;
    }

    /// <summary>How long the rest takes if it goes on as it went; null where nothing can be told.</summary>
    /// <param name="part">The part that is explored.</param>
    /// <param name="elapsed">The time that it took.</param>
    public static TimeSpan? Left(double part, TimeSpan elapsed)
    {
        double seconds = elapsed.TotalSeconds * (1 - part) / part;
        return part > 0 && part <= 1 && seconds < TimeSpan.MaxValue.TotalSeconds / 2
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }
}
