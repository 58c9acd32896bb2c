using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Explore;

/// <summary>How a state was reached: one boot from its parent, cut at a boundary.</summary>
/// <param name="Parent">Index of the state the boot started from; -1 for the start.</param>
/// <param name="Picks">The answers that were given in that boot, as far as they were asked for.</param>
/// <param name="Boundary">After which boundary between two calls the power went.</param>
/// <param name="LostAtoms">Which pending changes did not survive.</param>
/// <param name="Place">How many crash states were looked at before it among those of its parent: the same in every
/// search of a scenario.</param>
/// <param name="Cost">Of the whole way from the start.</param>
internal sealed record Origin(int Parent, int[] Picks, int Boundary, int[] LostAtoms, long Place, Cost Cost);

/// <summary>Every state after a crash that was met, once. The cheapest way to each is kept; of ways that cost the same
/// the one that is met first where states are expanded in order of their own ways, so that nothing hangs on who expands
/// what when.</summary>
/// <param name="shard">Which of the states after one crash are expanded here.</param>
internal sealed class StateTable(Shard shard)
{
    private readonly Dictionary<Fingerprint, int> byCut = [];
    private readonly Dictionary<Fingerprint, int> byState = [];
    private readonly List<StateEntry> entries = [];
    private readonly List<List<int>> levels = [];
    private int next;

    /// <summary>How many distinct states were met.</summary>
    public int Count => entries.Count;

    /// <summary>How many of them wait to be expanded.</summary>
    public int Waiting { get; private set; }

    /// <summary>How many levels were ordered by <see cref="Next"/>.</summary>
    public int NextLevel => next;

    /// <summary>A hash over all states, whatever their order.</summary>
    public Fingerprint Sum { get; private set; }

    /// <summary>A state.</summary>
    public StateEntry this[int state] => entries[state];

    /// <summary>How a state was reached.</summary>
    public Origin OriginOf(int state) => entries[state].Origin;

    /// <summary>Host crashes on the shortest way to a state.</summary>
    public int LevelOf(int state) => entries[state].Level;

    /// <summary>The index of the state that this cut was seen to lead to, or -1.</summary>
    public int Find(in Fingerprint cut) => byCut.TryGetValue(cut, out int state) ? state : -1;

    /// <summary>The index of the state with this fingerprint, or -1.</summary>
    public int Known(in Fingerprint state) => byState.TryGetValue(state, out int index) ? index : -1;

    /// <summary>True when the parts of an exploration leave this state to another one.</summary>
    public bool IsForeign(int level, in Fingerprint state) => level == 1 && !shard.Owns(state);

    /// <summary>Orders states with as many crashes before them, as soon as the first of them is expanded.</summary>
    public bool IsBefore(int state, int other) => entries[state].Position < entries[other].Position;

    /// <summary>Another way to a state: it is kept if it is the better one.</summary>
    public void Offer(int state, Origin way)
    {
        Origin known = entries[state].Origin;
        int order = way.Cost.CompareTo(known.Cost);
        if (order < 0 || (order == 0 && way.Parent != known.Parent && IsBefore(way.Parent, known.Parent)))
            entries[state].Origin = way;
    }

    /// <summary>Adds a state, or another way to one that is known.</summary>
    /// <returns>Its index.</returns>
    public int Add(StateEntry found)
    {
        if (byState.TryGetValue(found.Fingerprint, out int known))
        {
            StateEntry entry = entries[known];
            if (entry.Level == found.Level)
                Offer(known, found.Origin);
            if (entry.IsWaiting)
                entry.Weight += found.Weight;
            return known;
        }

        int index = entries.Count;
        byState.Add(found.Fingerprint, index);
        entries.Add(found);
        while (levels.Count <= found.Level)
            levels.Add([]);
        levels[found.Level].Add(index);
        Sum = Sum.Plus(found.Fingerprint);
        Waiting += found.IsWaiting ? 1 : 0;
        return index;
    }

    /// <summary>Fills an empty table with the states of another search. The level that it was at comes next again, with
    /// those of its states that still wait.</summary>
    /// <param name="found">In order of their indices.</param>
    /// <param name="ordered">How many levels had been ordered.</param>
    public void Restore(IReadOnlyList<StateEntry> found, int ordered)
    {
        foreach (StateEntry entry in found)
            Add(entry);
        next = Math.Max(0, ordered - 1);
    }

    /// <summary>From now on this cut is known to lead to this state.</summary>
    public void Link(in Fingerprint cut, int state) => byCut[cut] = state;

    /// <summary>A state was expanded.</summary>
    public void Expanded(int state)
    {
        entries[state].IsWaiting = false;
        entries[state].World = null;
        Waiting--;
    }

    /// <summary>The states that wait with the fewest crashes before them, in order of their ways.</summary>
    public IReadOnlyList<int> Next()
    {
        while (next < levels.Count)
        {
            List<int> level = levels[next];
            level.Sort(CompareWays);
            for (int i = 0; i < level.Count; i++)
                entries[level[i]].Position = i;
            next++;
            int[] left = [.. level.Where(state => entries[state].IsWaiting)];
            if (left.Length > 0)
                return left;
        }

        return [];
    }

    /// <summary>The fingerprints by the number of crashes before the states.</summary>
    public IReadOnlyList<IReadOnlyList<Fingerprint>> Levels() =>
        [.. levels.Select(level => level.ConvertAll(state => entries[state].Fingerprint))];

    private int CompareWays(int one, int other)
    {
        Origin way = entries[one].Origin;
        Origin than = entries[other].Origin;
        return way.Parent == than.Parent
            ? way.Place.CompareTo(than.Place)
            : entries[way.Parent].Position.CompareTo(entries[than.Parent].Position);
    }
}

/// <summary>A state after a crash.</summary>
/// <param name="fingerprint">Its own.</param>
/// <param name="level">Host crashes on the shortest way to it.</param>
/// <param name="origin">The best way to it.</param>
internal sealed class StateEntry(in Fingerprint fingerprint, int level, Origin origin)
{
    /// <summary>Its own.</summary>
    public Fingerprint Fingerprint { get; } = fingerprint;

    /// <summary>Host crashes on the shortest way to it.</summary>
    public int Level => level;

    /// <summary>The best way to it.</summary>
    public Origin Origin { get; set; } = origin;

    /// <summary>Its place among the states with as many crashes before them, in order of their ways.</summary>
    public int Position { get; set; }

    /// <summary>True until it was expanded.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>The state itself while it waits; null after a resumption, then the way to it is run again.</summary>
    public WorldState? World { get; set; }

    /// <summary>Which part of the whole exploration it is expected to be.</summary>
    public double Weight { get; set; }
}
