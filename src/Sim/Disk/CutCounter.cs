namespace TwoDoors.Sim.Disk;

/// <summary>Counts crash states without making them: those of independent groups of atoms multiply.</summary>
internal static class CutCounter
{
    private const long PerGroupMax = 1_000_000;

    /// <summary>How many crash states these pending atoms have; a lower bound where a group has more than a
    /// million.</summary>
    public static double Count(List<Atom> pending, List<Atom> atoms)
    {
        Dictionary<int, int> places = [];
        for (int i = 0; i < pending.Count; i++)
            places[pending[i].Index] = i;
        int[] group = new int[pending.Count];
        for (int i = 0; i < group.Length; i++)
        {
            group[i] = i;
            foreach (int need in pending[i].Needs)
            {
                if (!atoms[need].Durable)
                    group[Find(group, places[need])] = Find(group, i);
            }
        }

        double product = 1;
        foreach (IGrouping<int, int> members in Enumerable.Range(0, group.Length).GroupBy(i => Find(group, i)))
        {
            long count = 0;
            Walk(pending, atoms, [.. members.Order()], 0, ref count);
            product *= count;
        }

        return product;
    }

    private static int Find(int[] group, int i)
    {
        while (group[i] != i)
            i = group[i];
        return i;
    }

    private static void Walk(List<Atom> pending, List<Atom> atoms, int[] members, int position, ref long count)
    {
        for (; position < members.Length && count < PerGroupMax; position++)
        {
            Atom atom = pending[members[position]];
            bool possible = true;
            foreach (int need in atom.Needs)
                possible &= atoms[need].In;
            if (!possible)
                continue;
            Walk(pending, atoms, members, position + 1, ref count);
            atom.In = true;
            Walk(pending, atoms, members, position + 1, ref count);
            atom.In = false;
            return;
        }

        count++;
    }
}
