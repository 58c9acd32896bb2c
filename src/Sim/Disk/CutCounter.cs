namespace TwoDoors.Sim.Disk;

/// <summary>Counts cuts without making them: those of independent groups of atoms multiply.</summary>
internal static class CutCounter
{
    private const long PerGroupMax = 1_000_000;

    /// <summary>How many cuts these pending atoms have; a lower bound where a group has more than a million.</summary>
    public static double Count(List<int> pending, PendingLog log)
    {
        int[] places = new int[log.AtomCount];
        int[] group = new int[pending.Count];
        for (int i = 0; i < group.Length; i++)
        {
            places[pending[i]] = i;
            group[i] = i;
            log.Atoms[pending[i]].In = false;
            foreach (int need in log.NeedsOf(pending[i]))
            {
                if (!log.Atoms[need].Durable)
                    group[Find(group, places[need])] = Find(group, i);
                else
                    log.Atoms[need].In = true;
            }
        }

        double product = 1;
        foreach (IGrouping<int, int> members in Enumerable.Range(0, group.Length).GroupBy(i => Find(group, i)))
        {
            long count = 0;
            Walk([.. members.Order().Select(i => pending[i])], log, 0, ref count);
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

    private static void Walk(int[] members, PendingLog log, int position, ref long count)
    {
        for (; position < members.Length && count < PerGroupMax; position++)
        {
            int atom = members[position];
            bool possible = true;
            foreach (int need in log.NeedsOf(atom))
                possible &= log.Atoms[need].In;
            if (!possible)
                continue;
            Walk(members, log, position + 1, ref count);
            log.Atoms[atom].In = true;
            Walk(members, log, position + 1, ref count);
            log.Atoms[atom].In = false;
            return;
        }

        count++;
    }
}
