namespace TwoDoors.Sim.Explore.Boots;

/// <summary>A state of a boot that was visited.</summary>
internal sealed class Visited
{
    /// <summary>The activities with which it was not gone on in any visit, because that was tried elsewhere.</summary>
    public ulong Asleep { get; set; }

    /// <summary>What claims look at in it; null where nobody has to know.</summary>
    public AccessSet? Seen { get; set; }

    /// <summary>What was seen to happen after it; null until all of it was explored.</summary>
    public Futures? After { get; set; }
}

/// <summary>A step that was tried, and need not be tried again while only steps that commute with it were
/// made.</summary>
/// <param name="Slot">Whose.</param>
/// <param name="Touched">What it touches.</param>
internal readonly record struct Sleeper(int Slot, AccessSet Touched);
