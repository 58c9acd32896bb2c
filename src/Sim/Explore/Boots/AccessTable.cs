using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore.Boots;

/// <summary>Numbers the accesses that a search meets, and knows which conflict.</summary>
internal sealed class AccessTable
{
    private readonly Dictionary<Access, int> numbers = [];
    private readonly List<Access> accesses = [];
    private readonly List<AccessSet> conflicts = [];

    /// <summary>The number of an access.</summary>
    public int NumberOf(in Access access)
    {
        if (numbers.TryGetValue(access, out int known))
            return known;
        int number = accesses.Count;
        AccessSet against = new();
        for (int other = 0; other < number; other++)
        {
            if (!access.Conflicts(accesses[other]))
                continue;
            against.Add(other);
            conflicts[other].Add(number);
        }

        if (access.Conflicts(access))
            against.Add(number);
        numbers.Add(access, number);
        accesses.Add(access);
        conflicts.Add(against);
        return number;
    }

    /// <summary>True when an access of one set conflicts with one of the other.</summary>
    public bool Conflict(AccessSet few, AccessSet many)
    {
        for (int number = few.Next(0); number >= 0; number = few.Next(number + 1))
        {
            if (conflicts[number].Meets(many))
                return true;
        }

        return false;
    }

    /// <summary>Forgets all numbers.</summary>
    public void Clear()
    {
        numbers.Clear();
        accesses.Clear();
        conflicts.Clear();
    }
}
