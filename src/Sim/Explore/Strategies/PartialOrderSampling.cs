using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>Partial order sampling: each pending step has a random priority and the highest one is made; steps that
/// race with it draw again. So the order of each race is decided anew, and no order of steps that commute is preferred.
/// </summary>
/// <remarks>Source: Yuan, Yang, Gu, "Partial Order Aware Concurrency Sampling", CAV 2018.</remarks>
internal sealed class PartialOrderSampling : SeededStrategy
{
    private readonly PriorityTable priorities = new();

    /// <inheritdoc/>
    public override void Begin(ulong seed, long execution)
    {
        base.Begin(seed, execution);
        priorities.Clear();
    }

    /// <inheritdoc/>
    public override int Choose(IScheduling point)
    {
        int count = point.Count;
        int chosen = count == 1 ? 0 : priorities.Highest(point, Random);
        priorities.Forget(point[chosen]);
        if (count == 1)
            return 0;
        Footprint made = point.PendingAt(chosen);
        if (made.IsEmpty)
            return chosen;
        for (int i = 0; i < count; i++)
        {
            if (i != chosen && made.Conflicts(point.PendingAt(i)))
                priorities.Forget(point[i]);
        }

        return chosen;
    }
}
