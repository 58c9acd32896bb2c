using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Reduction;

/// <summary>An event of the current execution.</summary>
internal struct LoggedEvent
{
    /// <summary>Who made it.</summary>
    public int Thread;

    /// <summary>How many events its thread had made with it, from 1.</summary>
    public ushort Place;

    /// <summary>True for a compare-and-swap: what it touches hangs on what it finds.</summary>
    public bool IsSwap;

    /// <summary>What it touched.</summary>
    public Operation Operation;

    /// <summary>The event of the same thread before it, or -1.</summary>
    public int Previous;

    /// <summary>The event before it on the same object, or -1.</summary>
    public int SameObject;

    /// <summary>Where its races begin.</summary>
    public int FirstRace;

    /// <summary>Of a write: the value that is there since.</summary>
    public int Stored;

    /// <summary>Of a compare-and-swap: the value at which it succeeds.</summary>
    public int Expected;

    /// <summary>The thread that it spawned, or -1.</summary>
    public int Spawned;
}
