using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Explore;

/// <summary>What one worker finds while the table of all states stands still. The next round starts with what all
/// found, so what is found does not depend on who found it.</summary>
/// <param name="table">What was known before this round.</param>
internal sealed class Discoveries(StateTable table)
{
    private readonly Dictionary<Fingerprint, int> byCut = [];
    private readonly Dictionary<Fingerprint, int> byState = [];
    private readonly Dictionary<int, Origin> betterWays = [];
    private readonly List<StateEntry> entries = [];
    private readonly List<(Fingerprint Cut, int State)> links = [];
    private readonly List<int> improved = [];
    private int before = table.Count;

    /// <summary>New states that will be expanded here.</summary>
    public int Waiting { get; private set; }

    /// <summary>How many new states there are.</summary>
    public int Count => entries.Count;

    /// <summary>How a state was reached.</summary>
    public Origin OriginOf(int state)
    {
        if (state >= before)
            return entries[state - before].Origin;
        return betterWays.TryGetValue(state, out Origin? better) ? better : table.OriginOf(state);
    }

    /// <summary>Host crashes on the shortest way to a state.</summary>
    public int LevelOf(int state) =>
        state < before ? table.LevelOf(state) : entries[state - before].Level;

    /// <summary>The index of the state that this cut was seen to lead to, or -1.</summary>
    public int Find(in Fingerprint cut) => byCut.TryGetValue(cut, out int state) ? state : table.Find(cut);

    /// <summary>True when a way of this cost from this parent is better than the one that is known.</summary>
    public bool IsBetter(int state, in Cost cost, int parent)
    {
        Origin known = OriginOf(state);
        int order = cost.CompareTo(known.Cost);
        return order < 0 || (order == 0 && parent != known.Parent && table.IsBefore(parent, known.Parent));
    }

    /// <summary>A better way to a state that still waits was found.</summary>
    public void Improve(int state, Origin origin)
    {
        if (state >= before)
        {
            entries[state - before].Origin = origin;
            return;
        }

        if (!betterWays.ContainsKey(state))
            improved.Add(state);
        betterWays[state] = origin;
    }

    /// <summary>Adds a state unless it is known.</summary>
    /// <param name="cut">The fingerprint under which the cut will be met again.</param>
    /// <param name="state">The state.</param>
    /// <param name="level">Host crashes before it.</param>
    /// <param name="origin">How it was reached.</param>
    public void Add(in Fingerprint cut, WorldState state, int level, Origin origin)
    {
        Fingerprint canonical = state.Fingerprint;
        int known = byState.TryGetValue(canonical, out int here) ? here : table.Known(canonical);
        if (known < 0)
        {
            known = before + entries.Count;
            byState.Add(canonical, known);
            bool ours = !table.IsForeign(level, canonical);
            entries.Add(new StateEntry(canonical, level, origin) { IsWaiting = ours, World = ours ? state : null });
            Waiting += ours ? 1 : 0;
        }
        else if (LevelOf(known) == level && IsBetter(known, origin.Cost, origin.Parent))
        {
            Improve(known, origin);
        }

        byCut[cut] = known;
        links.Add((cut, known));
    }

    /// <summary>New states from this one on were found by one expansion: they share what was expected of it.</summary>
    public void Weigh(int first, double weight)
    {
        for (int i = first; i < entries.Count; i++)
            entries[i].Weight = entries[i].IsWaiting ? weight : 0;
    }

    /// <summary>Begins a round: nothing is found yet.</summary>
    public void Begin()
    {
        before = table.Count;
        Waiting = 0;
        byCut.Clear();
        byState.Clear();
        betterWays.Clear();
        entries.Clear();
        links.Clear();
        improved.Clear();
    }

    /// <summary>Adds all that was found to the table.</summary>
    public void Publish()
    {
        foreach (int state in improved)
            table.Offer(state, betterWays[state]);
        int[] places = new int[entries.Count];
        for (int i = 0; i < places.Length; i++)
            places[i] = table.Add(entries[i]);
        foreach ((Fingerprint cut, int state) in links)
            table.Link(cut, state < before ? state : places[state - before]);
    }
}
