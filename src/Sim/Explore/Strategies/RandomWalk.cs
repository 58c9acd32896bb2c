namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>At each step every activity that can run is as likely as any other. Schedules are not: one in which few
/// can run is more likely than one in which many can.</summary>
internal sealed class RandomWalk : SeededStrategy
{
    /// <inheritdoc/>
    public override int Choose(IScheduling point)
    {
        int count = point.Count;
        return count == 1 ? 0 : Random.Below(count);
    }
}
