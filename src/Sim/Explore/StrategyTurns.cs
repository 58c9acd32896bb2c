using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore.Strategies;
using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>A strategy of <see cref="StrategySet"/> on a host. Each boot is an execution of its own to it: a crash ends
/// all that it knew of the activities.</summary>
internal sealed class StrategyTurns(IStrategy strategy) : ITurnStrategy
{
    /// <summary>How many executions a profile is made of.</summary>
    private const int ProfileExecutions = 16;

    private readonly HostScheduling point = new();
    private SplitMix64 random = new(0);
    private long execution;
    private int steps;
    private bool begun;

    /// <inheritdoc/>
    public bool LooksAhead => true;

    /// <inheritdoc/>
    public bool SeesEveryStep => true;

    /// <summary>A strategy that knows what it has to know of a subject.</summary>
    /// <param name="lab">The subject's laboratory.</param>
    /// <param name="name">Such as pct or pct-10.</param>
    /// <param name="length">Boundaries of a long boot.</param>
    public static StrategyTurns For(Laboratory lab, string name, int length)
    {
        IStrategy strategy = StrategySet.Make(name);
        if (strategy is IProfiled profiled)
            profiled.Learn(Profile(lab, length));
        return new StrategyTurns(strategy);
    }

    /// <inheritdoc/>
    public void Begin(SplitMix64 random, long number)
    {
        this.random = random;
        execution = number;
    }

    /// <inheritdoc/>
    public void BeginBoot()
    {
        End();
        begun = true;
        steps = 0;
        strategy.Begin(random.Next(), execution);
    }

    /// <inheritdoc/>
    public int Next(Machine machine)
    {
        steps++;
        point.Machine = machine;
        return strategy.Choose(point);
    }

    /// <inheritdoc/>
    public int Pick(int count) => strategy.Pick(count);

    private static RunProfile Profile(Laboratory lab, int length)
    {
        Profiler profiler = new();
        StrategyTurns turns = new(profiler);
        RandomDriver driver = new(lab, turns, length);
        Execution execution = new(lab);
        for (int number = 0; number < ProfileExecutions; number++)
        {
            driver.Begin((ulong)number, number);
            execution.Run(driver);
        }

        turns.End();
        return profiler.ToProfile();
    }

    private void End()
    {
        if (begun)
            strategy.End(steps, failed: false);
    }
}
