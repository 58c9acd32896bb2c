using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Explore;

/// <summary>How a state was reached: one boot from its parent, cut at a boundary.</summary>
/// <param name="Parent">Index of the state the boot started from; -1 for the start.</param>
/// <param name="Picks">The answers that were given in that boot, as far as they were asked for.</param>
/// <param name="Boundary">After which boundary between two calls the power went.</param>
/// <param name="LostAtoms">Which pending changes did not survive.</param>
/// <param name="Cost">Of the whole way from the start.</param>
internal sealed record Origin(int Parent, int[] Picks, int Boundary, int[] LostAtoms, Cost Cost);

/// <summary>Every state after a crash that was met, once. The cheapest way to each is kept.</summary>
internal sealed class StateTable
{
    private readonly Dictionary<Fingerprint, int> byCut = [];
    private readonly Dictionary<Fingerprint, int> byState = [];
    private readonly List<Origin> origins = [];
    private readonly List<int> levels = [];
    private readonly List<WorldState?> waiting = [];

    /// <summary>How many distinct states were met.</summary>
    public int Count => origins.Count;

    /// <summary>A hash over all states, whatever their order.</summary>
    public Fingerprint Sum { get; private set; }

    /// <summary>How a state was reached.</summary>
    public Origin OriginOf(int state) => origins[state];

    /// <summary>Host crashes on the shortest way to a state.</summary>
    public int LevelOf(int state) => levels[state];

    /// <summary>The state itself; it is forgotten, because it is expanded once.</summary>
    public WorldState Take(int state)
    {
        WorldState taken = waiting[state] ?? throw new InvalidOperationException($"state {state} is expanded twice");
        waiting[state] = null;
        return taken;
    }

    /// <summary>The index of the state that this cut was seen to lead to, or -1.</summary>
    public int Find(in Fingerprint cut) => byCut.TryGetValue(cut, out int state) ? state : -1;

    /// <summary>A cheaper way to a state that still waits was found.</summary>
    public void Improve(int state, Origin origin) => origins[state] = origin;

    /// <summary>Adds a state unless it is known.</summary>
    /// <param name="cut">The fingerprint under which the cut will be met again.</param>
    /// <param name="state">The state.</param>
    /// <param name="level">Host crashes before it.</param>
    /// <param name="origin">How it was reached.</param>
    /// <returns>Its index, and whether it is new.</returns>
    public (int Index, bool IsNew) Add(in Fingerprint cut, WorldState state, int level, Origin origin)
    {
        Fingerprint canonical = state.Fingerprint;
        if (byState.TryGetValue(canonical, out int known))
        {
            byCut[cut] = known;
            return (known, false);
        }

        int index = origins.Count;
        byState.Add(canonical, index);
        byCut[cut] = index;
        origins.Add(origin);
        levels.Add(level);
        waiting.Add(state);
        Sum = Sum.Plus(canonical);
        return (index, true);
    }
}
