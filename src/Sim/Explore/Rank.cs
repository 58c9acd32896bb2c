namespace TwoDoors.Sim.Explore;

/// <summary>Where a witness stands among all witnesses of its claim: numbers that are compared from the first on. It
/// hangs on nothing but the scenario, so the parts of an exploration agree about it.</summary>
internal static class Rank
{
    /// <summary>Orders ranks.</summary>
    public static int Compare(IReadOnlyList<ulong> one, IReadOnlyList<ulong> other)
    {
        for (int i = 0; i < one.Count && i < other.Count; i++)
        {
            if (one[i] != other[i])
                return one[i].CompareTo(other[i]);
        }

        return one.Count.CompareTo(other.Count);
    }

    /// <summary>The rank of a finding of an exhaustive search: what it costs to read, how many host crashes it needs,
    /// then where the way to it branches off.</summary>
    public static IReadOnlyList<ulong> Of(Finding finding, StateTable table)
    {
        List<ulong> way = [];
        for (int state = finding.State; state > 0; state = table.OriginOf(state).Parent)
            way.Insert(0, (ulong)table.OriginOf(state).Place);
        Cost cost = finding.Cost;
        return
        [
            (ulong)cost.Crashes, (ulong)cost.Switches, (ulong)cost.Steps, (ulong)cost.Lost, (ulong)cost.After,
            (ulong)way.Count, .. way,
        ];
    }
}
