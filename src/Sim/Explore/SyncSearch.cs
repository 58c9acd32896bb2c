namespace TwoDoors.Sim.Explore;

/// <summary>Searches the smallest sets of syncs that hold: first by the calls of an undisturbed run, then by the number
/// of points.</summary>
/// <remarks>What is learnt from a set that does not hold is a smallest part of what it left out that still breaks
/// something: one of these syncs has to stay. The next candidates are the cheapest sets that keep one of each such
/// part; when all of them hold, nothing smaller does.</remarks>
internal sealed class SyncSearch
{
    /// <summary>More points make more sets than can be counted one by one.</summary>
    public const int PointsMax = 20;

    private readonly Func<IReadOnlyList<string>, Verdict> explore;
    private readonly IReadOnlyList<SyncCost> points;
    private readonly int[] free;
    private readonly long[] costs;
    private readonly SortedDictionary<ulong, Verdict> explored = [];
    private readonly List<ulong> needed = [];

    /// <summary>A search over these points.</summary>
    /// <param name="points">All of them.</param>
    /// <param name="explore">The verdict without some of them.</param>
    /// <exception cref="ArgumentException">There are too many that may be left out.</exception>
    public SyncSearch(IReadOnlyList<SyncCost> points, Func<IReadOnlyList<string>, Verdict> explore)
    {
        this.points = points;
        this.explore = explore;
        free = [.. Enumerable.Range(0, points.Count).Where(i => points[i].MayGo)];
        if (free.Length > PointsMax)
            throw new ArgumentException($"more than {PointsMax} points", nameof(points));
        costs = [.. free.Select(i => (points[i].Calls * (PointsMax + 1)) + 1)];
    }

    private ulong All => (1UL << free.Length) - 1;

    /// <summary>Searches by what must not be left out together.</summary>
    public Synthesis Run(string profile)
    {
        if (Explored(0).Outcome != Outcome.Holds)
            return Result(profile, []);
        for (int bit = 0; bit < free.Length; bit++)
        {
            if (!Holds(1UL << bit))
                needed.Add(1UL << bit);
        }

        while (true)
        {
            IReadOnlyList<ulong> kept = HittingSets.Cheapest(needed, costs);
            int before = needed.Count;
            foreach (ulong candidate in kept)
            {
                if (Holds(All & ~candidate))
                    continue;
                ulong smallest = Smallest(All & ~candidate);
                if (!needed.Contains(smallest))
                    needed.Add(smallest);
            }

            if (needed.Count == before)
                return Result(profile, kept);
        }
    }

    /// <summary>Explores every set in order of its cost, and takes nothing for granted.</summary>
    public Synthesis RunEvery(string profile)
    {
        if (Explored(0).Outcome != Outcome.Holds)
            return Result(profile, []);
        List<ulong> found = [];
        foreach (ulong kept in Masks().OrderBy(Cost).ThenBy(mask => mask))
        {
            if (found.Count > 0 && Cost(kept) > Cost(found[0]))
                break;
            if (Holds(All & ~kept))
                found.Add(kept);
        }

        foreach (KeyValuePair<ulong, Verdict> one in explored)
        {
            bool smallest = !explored.Any(other =>
                other.Key != one.Key && (other.Key & ~one.Key) == 0 && other.Value.Outcome != Outcome.Holds);
            if (one.Value.Outcome != Outcome.Holds && smallest)
                needed.Add(one.Key);
        }

        return Result(profile, found);
    }

    /// <summary>Leaves out less, as long as that still does not hold.</summary>
    private ulong Smallest(ulong leftOut)
    {
        for (int bit = 0; bit < free.Length; bit++)
        {
            ulong less = leftOut & ~(1UL << bit);
            if (less != leftOut && !Holds(less))
                leftOut = less;
        }

        return leftOut;
    }

    private bool Holds(ulong leftOut) => Explored(leftOut).Outcome == Outcome.Holds;

    private Verdict Explored(ulong leftOut)
    {
        if (!explored.TryGetValue(leftOut, out Verdict? verdict))
            explored.Add(leftOut, verdict = explore(Names(leftOut)));
        return verdict;
    }

    private Synthesis Result(string profile, IReadOnlyList<ulong> kept)
    {
        long cheaper = 0;
        long cheaperExplored = 0;
        foreach (ulong mask in kept.Count == 0 ? [] : Masks())
        {
            if (Cost(mask) >= Cost(kept[0]))
                continue;
            cheaper++;
            cheaperExplored += explored.ContainsKey(All & ~mask) ? 1 : 0;
        }

        return new Synthesis(
            profile,
            explored[0],
            points,
            [.. kept.Select(mask => Kept(mask))],
            [.. needed.Select(mask => new NeededSyncs(Names(mask), explored[mask]))],
            new SynthesisProof(explored.Count, cheaper, cheaperExplored));
    }

    private IEnumerable<ulong> Masks()
    {
        for (ulong mask = 0; mask <= All; mask++)
            yield return mask;
    }

    private long Cost(ulong mask)
    {
        long sum = 0;
        for (int bit = 0; bit < free.Length; bit++)
            sum += (mask >> bit & 1) != 0 ? costs[bit] : 0;
        return sum;
    }

    private List<string> Names(ulong mask) =>
        [.. free.Index().Where(at => (mask >> at.Index & 1) != 0).Select(at => points[at.Item].Point.Name)];

    private List<string> Kept(ulong mask)
    {
        List<string> gone = Names(All & ~mask);
        return [.. points.Select(point => point.Point.Name).Where(name => !gone.Contains(name))];
    }
}
