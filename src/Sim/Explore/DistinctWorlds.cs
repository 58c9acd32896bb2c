using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Explore;

/// <summary>Worlds by their fingerprints, in the order in which they were met first.</summary>
internal sealed class DistinctWorlds
{
    private readonly HashSet<Fingerprint> known = [];
    private readonly List<Fingerprint> order = [];

    /// <summary>How many there are.</summary>
    public int Count => order.Count;

    /// <summary>Equal for equal sets, whatever the order.</summary>
    public Fingerprint Sum { get; private set; }

    /// <summary>Adds one, unless it is there.</summary>
    public void Add(in Fingerprint world)
    {
        if (!known.Add(world))
            return;
        order.Add(world);
        Sum = Sum.Plus(world);
    }

    /// <summary>Adds all of another set.</summary>
    public void Add(DistinctWorlds others)
    {
        foreach (Fingerprint world in others.order)
            Add(world);
    }
}
