using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>Who goes on: all in which one sampling strategy differs from another. Crashes, kills, faults and what
/// survives are sampled by <see cref="RandomDriver"/>.</summary>
internal interface ITurnStrategy
{
    /// <summary>True when it looks at what activities stand before.</summary>
    bool LooksAhead { get; }

    /// <summary>Begins an execution.</summary>
    /// <param name="random">The only source of randomness; not kept by anybody else between two questions.</param>
    void Begin(SplitMix64 random);

    /// <summary>Picks who makes the next call.</summary>
    /// <param name="machine">At least two of its activities can run.</param>
    /// <returns>Index into <see cref="Machine.Runnable"/>.</returns>
    int Next(Machine machine);
}

/// <summary>Every runnable activity is as likely as any other.</summary>
internal sealed class UniformTurns : ITurnStrategy
{
    private SplitMix64 random = new(0);

    /// <inheritdoc/>
    public bool LooksAhead => false;

    /// <inheritdoc/>
    public void Begin(SplitMix64 random) => this.random = random;

    /// <inheritdoc/>
    public int Next(Machine machine) => random.Below(machine.Runnable.Count);
}
