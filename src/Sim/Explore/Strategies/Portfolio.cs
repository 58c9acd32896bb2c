namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>Takes turns: execution number n is made by member n modulo their number. No strategy finds all bugs soon;
/// together they need at most as many times longer as there are members.</summary>
internal sealed class Portfolio(IReadOnlyList<IStrategy> members) : IStrategy, IProfiled
{
    private IStrategy current = members[0];

    /// <inheritdoc/>
    public void Learn(RunProfile profile)
    {
        foreach (IStrategy member in members)
            (member as IProfiled)?.Learn(profile);
    }

    /// <inheritdoc/>
    public void Begin(ulong seed, long execution)
    {
        current = members[(int)(execution % members.Count)];
        current.Begin(seed, execution);
    }

    /// <inheritdoc/>
    public int Choose(IScheduling point) => current.Choose(point);

    /// <inheritdoc/>
    public int Pick(int count) => current.Pick(count);

    /// <inheritdoc/>
    public void End(int steps, bool failed) => current.End(steps, failed);
}
