namespace TwoDoors.Sim.Explore.Boots;

/// <summary>What a boundary is to the search of a boot.</summary>
internal enum Arrival
{
    /// <summary>It was seen before, with everything that can follow.</summary>
    Known,

    /// <summary>It was seen, but something that slept then is awake now.</summary>
    Again,

    /// <summary>It was not seen.</summary>
    New,
}
