namespace TwoDoors.Sim.Explore;

/// <summary>A named sync of a protocol.</summary>
/// <param name="Name">As the protocol names it.</param>
/// <param name="Part">Which part of the protocol it belongs to, such as copier or recovery.</param>
public sealed record SyncPoint(string Name, string Part);
