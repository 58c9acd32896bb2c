using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>Who goes on, and what the world answers: all in which one sampling strategy differs from another. Crashes,
/// kills and what survives are sampled by <see cref="RandomDriver"/>.</summary>
internal interface ITurnStrategy
{
    /// <summary>True when it looks at what activities stand before.</summary>
    bool LooksAhead { get; }

    /// <summary>True when it is asked also where only one activity can run.</summary>
    bool SeesEveryStep { get; }

    /// <summary>Begins an execution.</summary>
    /// <param name="random">The only source of randomness; not kept by anybody else between two questions.</param>
    /// <param name="number">The execution's number, from 0.</param>
    void Begin(SplitMix64 random, long number);

    /// <summary>Another boot begins.</summary>
    void BeginBoot();

    /// <summary>Picks who makes the next call.</summary>
    /// <param name="machine">At least one of its activities can run.</param>
    /// <returns>Index into <see cref="Machine.Runnable"/>.</returns>
    int Next(Machine machine);

    /// <summary>Picks what the world answers.</summary>
    /// <param name="count">How many answers there are, at least 2; the first is the quiet one.</param>
    int Pick(int count);
}

/// <summary>Every runnable activity is as likely as any other.</summary>
internal sealed class UniformTurns : ITurnStrategy
{
    /// <summary>A fault or a stream that shows what it need not is one answer in this many.</summary>
    private const int QuietIn = 8;

    private SplitMix64 random = new(0);

    /// <inheritdoc/>
    public bool LooksAhead => false;

    /// <inheritdoc/>
    public bool SeesEveryStep => false;

    /// <inheritdoc/>
    public void Begin(SplitMix64 random, long number) => this.random = random;

    /// <inheritdoc/>
    public void BeginBoot()
    {
    }

    /// <inheritdoc/>
    public int Next(Machine machine) => random.Below(machine.Runnable.Count);

    /// <inheritdoc/>
    public int Pick(int count) => random.Below(QuietIn) == 0 ? 1 + random.Below(count - 1) : 0;
}
