using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Reduction;

/// <summary>Cuts the set of all traces into parts that know nothing of each other, so that many workers or machines can
/// explore one each. The parts hang on the program alone.</summary>
/// <remarks>A part is given by the order of a few pairs of events which happen in every execution and conflict in each:
/// every trace orders them in exactly one way, so it is in exactly one part. A part is the set of traces of a program
/// whose later event waits for the earlier one, which adds nothing to happens-before; so a search that is optimal for
/// programs is optimal for parts.</remarks>
internal static class TraceParts
{
    /// <summary>The parts, in order; one of no constraints where the program has no such pairs.</summary>
    /// <param name="program">What is searched.</param>
    /// <param name="pairsMax">At most two to this power parts.</param>
    public static IReadOnlyList<IReadOnlyList<OrderConstraint>> Of(ThreadProgram program, int pairsMax)
    {
        OrderConstraint[] pairs = [.. Choose(program, pairsMax)];
        List<IReadOnlyList<OrderConstraint>> parts = [];
        for (int orders = 0; orders < 1 << pairs.Length; orders++)
        {
            OrderConstraint[] part = new OrderConstraint[pairs.Length];
            for (int i = 0; i < pairs.Length; i++)
                part[i] = (orders >> i & 1) == 0 ? pairs[i] : pairs[i].Reversed;
            if (IsPossible(program, part))
                parts.Add(part);
        }

        return parts;
    }

    /// <summary>Pairs on variables that have none yet come first: they cut independently of each other.</summary>
    private static List<OrderConstraint> Choose(ThreadProgram program, int pairsMax)
    {
        IReadOnlyList<Operation>[] events = [.. program.Threads.Select(CertainEvents.Of)];
        List<(OrderConstraint Pair, int Object)> all = [];
        for (int first = 0; first < events.Length; first++)
        {
            for (int second = first + 1; second < events.Length; second++)
                all.AddRange(Between(events, first, second));
        }

        List<OrderConstraint> chosen = [];
        SortedDictionary<int, int> used = [];
        for (int round = 0; chosen.Count < pairsMax && round < all.Count; round++)
        {
            foreach ((OrderConstraint pair, int slot) in all)
            {
                int count = used.GetValueOrDefault(slot);
                if (count != round || chosen.Contains(pair) || chosen.Count == pairsMax)
                    continue;
                used[slot] = count + 1;
                chosen.Add(pair);
            }
        }

        return chosen;
    }

    private static IEnumerable<(OrderConstraint Pair, int Object)> Between(
        IReadOnlyList<Operation>[] events, int first, int second) =>
        from a in events[first].Index()
        from b in events[second].Index()
        where a.Item.Conflicts(b.Item)
        select (new OrderConstraint(first, a.Index + 1, second, b.Index + 1), a.Item.Object);

    /// <summary>False when the constraints and the threads' own orders go round in a circle.</summary>
    private static bool IsPossible(ThreadProgram program, OrderConstraint[] part)
    {
        int[] reached = new int[program.Threads.Count];
        bool moved = true;
        while (moved)
        {
            moved = false;
            for (int thread = 0; thread < reached.Length; thread++)
            {
                while (reached[thread] < ushort.MaxValue && !Waits(part, reached, thread))
                {
                    bool last = !part.Any(one => one.SecondThread == thread && one.SecondPlace > reached[thread] + 1);
                    reached[thread] = last ? ushort.MaxValue : reached[thread] + 1;
                    moved = true;
                }
            }
        }

        return reached.All(place => place == ushort.MaxValue);
    }

    private static bool Waits(OrderConstraint[] part, int[] reached, int thread)
    {
        foreach (OrderConstraint one in part)
        {
            if (one.SecondThread == thread && one.SecondPlace == reached[thread] + 1
                && reached[one.FirstThread] < one.FirstPlace)
            {
                return true;
            }
        }

        return false;
    }
}
