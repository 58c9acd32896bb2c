namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>Activities that a strategy does not let go on for now.</summary>
internal sealed class HeldActivities
{
    private bool[] held = new bool[16];

    /// <summary>True when there is one.</summary>
    public bool Any { get; private set; }

    /// <summary>Nobody is held any more.</summary>
    public void Clear()
    {
        if (Any)
            Array.Clear(held);
        Any = false;
    }

    /// <summary>Holds an activity.</summary>
    public void Add(int activity)
    {
        if (activity >= held.Length)
            Array.Resize(ref held, Math.Max(activity + 1, held.Length * 2));
        held[activity] = true;
        Any = true;
    }

    /// <summary>True when the activity is held.</summary>
    public bool Has(int activity) => activity < held.Length && held[activity];
}
