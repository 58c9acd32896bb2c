namespace TwoDoors.Sim.Explore.Reduction;

/// <summary>The beginning of a part of all traces, which can be explored on its own.</summary>
/// <param name="Schedule">Who made each event of it.</param>
/// <param name="Asleep">The threads that need not go next, a bit each: what they begin belongs to another
/// part.</param>
internal sealed record TracePrefix(IReadOnlyList<int> Schedule, ulong Asleep)
{
    /// <summary>The beginning of all traces.</summary>
    public static TracePrefix Empty { get; } = new([], 0);
}
