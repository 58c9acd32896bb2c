using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>What most strategies have in common: one sequence of chance for each execution, and a world that is quiet
/// most of the time.</summary>
internal abstract class SeededStrategy : IStrategy
{
    /// <summary>A fault or a stream that shows what it need not is one answer in this many.</summary>
    private const int QuietIn = 8;

    /// <summary>All chance of this execution.</summary>
    protected SplitMix64 Random { get; } = new(0);

    /// <inheritdoc/>
    public virtual void Begin(ulong seed, long execution) => Random.Restart(seed);

    /// <inheritdoc/>
    public abstract int Choose(IScheduling point);

    /// <inheritdoc/>
    public virtual int Pick(int count) => Random.Below(QuietIn) == 0 ? 1 + Random.Below(count - 1) : 0;

    /// <inheritdoc/>
    public virtual void End(int steps, bool failed)
    {
    }
}
