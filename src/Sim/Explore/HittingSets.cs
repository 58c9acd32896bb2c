namespace TwoDoors.Sim.Explore;

/// <summary>Finds the cheapest sets that have something in common with each of some given sets. A set is a mask of
/// bits.</summary>
internal static class HittingSets
{
    /// <summary>All of the least cost, in order of their masks.</summary>
    /// <param name="sets">What is to be hit; none of them empty.</param>
    /// <param name="costs">Of each bit, at least 1.</param>
    public static IReadOnlyList<ulong> Cheapest(IReadOnlyList<ulong> sets, IReadOnlyList<long> costs)
    {
        long best = long.MaxValue;
        SortedSet<ulong> found = [];
        Try(0, 0);
        return [.. found];

        void Try(ulong chosen, long cost)
        {
            if (cost > best)
                return;
            foreach (ulong set in sets)
            {
                if ((set & chosen) != 0)
                    continue;
                for (int bit = 0; bit < costs.Count; bit++)
                {
                    if ((set >> bit & 1) != 0)
                        Try(chosen | (1UL << bit), cost + costs[bit]);
                }

                return;
            }

            if (cost < best)
                found.Clear();
            best = cost;
            found.Add(chosen);
        }
    }
}
