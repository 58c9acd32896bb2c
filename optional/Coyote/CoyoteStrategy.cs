using Microsoft.Coyote.Runtime;
using TwoDoors.Sim.Explore.Strategies;

namespace TwoDoors.Optional.Coyote;

/// <summary>Lets Coyote choose: the whole adapter, where every choice is an integer.</summary>
/// <param name="runtime">The runtime of the current iteration.</param>
internal sealed class CoyoteStrategy(ICoyoteRuntime runtime) : IStrategy
{
    /// <inheritdoc/>
    public void Begin(ulong seed, long execution)
    {
    }

    /// <inheritdoc/>
    public int Choose(IScheduling point) => point.Count == 1 ? 0 : runtime.RandomInteger(point.Count);

    /// <inheritdoc/>
    public int Pick(int count) => runtime.RandomInteger(count);

    /// <inheritdoc/>
    public void End(int steps, bool failed)
    {
    }
}
