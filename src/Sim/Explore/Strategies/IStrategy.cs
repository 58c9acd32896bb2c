namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>Decides, step by step, who goes on in one execution after another. It sees a world through
/// <see cref="IScheduling"/> alone, so the same strategy drives micro-programs and simulated hosts.</summary>
/// <remarks>A strategy draws all chance from the seed of <see cref="Begin"/>: the same seeds in the same order give the
/// same executions. Most need not even the order: see <see cref="StrategyEntry.Adapts"/>.</remarks>
public interface IStrategy
{
    /// <summary>Begins an execution.</summary>
    /// <param name="seed">The seed of this execution.</param>
    /// <param name="execution">Its number, from 0.</param>
    void Begin(ulong seed, long execution);

    /// <summary>Who makes the next step?</summary>
    /// <param name="point">At least one activity can make a step.</param>
    /// <returns>An index below <see cref="IScheduling.Count"/>.</returns>
    int Choose(IScheduling point);

    /// <summary>What does the world answer, where it may decide something else than who goes on?</summary>
    /// <param name="count">How many answers there are, at least 2; the first is the quiet one.</param>
    int Pick(int count);

    /// <summary>An execution has ended.</summary>
    /// <param name="steps">Its length.</param>
    /// <param name="failed">True when something was wrong with it.</param>
    void End(int steps, bool failed);
}
