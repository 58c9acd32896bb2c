namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>Probabilistic concurrency testing: random priorities, and depth - 1 random steps after which whoever made
/// the step goes behind all others. A bug that needs d orderings is met with probability at least 1 / (n k^(d-1)) for n
/// activities and k steps.</summary>
/// <remarks>Source: Burckhardt, Kothari, Musuvathi, Nagarakatte, "A Randomized Scheduler with Probabilistic Guarantees
/// of Finding Bugs", ASPLOS 2010. An activity that makes a thousand steps in a row while others wait goes behind them
/// too: a loop that waits for another activity would else never end.</remarks>
internal sealed class Pct(int depth) : SeededStrategy, IProfiled
{
    private const int StepsInARowMax = 1000;

    // Below all priorities that are drawn. Change points are numbered before their places are drawn, so whoever is sent
    // back later may come to stand before or behind whoever was sent back earlier: the guarantee needs both.
    private const ulong BehindAll = 1UL << 62;

    private readonly PriorityTable priorities = new();
    private readonly int[] changes = new int[depth - 1];
    private int length = 1;
    private int step;
    private int inARow;
    private int last;
    private ulong lowest;

    /// <inheritdoc/>
    public void Learn(RunProfile profile) => length = Math.Max(1, profile.LengthMax);

    /// <inheritdoc/>
    public override void Begin(ulong seed, long execution)
    {
        base.Begin(seed, execution);
        priorities.Clear();
        for (int i = 0; i < changes.Length; i++)
            changes[i] = 1 + Random.Below(length);
        step = 0;
        inARow = 0;
        last = -1;
        lowest = BehindAll - (ulong)depth;
    }

    /// <inheritdoc/>
    public override int Choose(IScheduling point)
    {
        if (point.Count > 1 && inARow >= StepsInARowMax)
        {
            priorities.Set(last, --lowest);
            inARow = 0;
        }

        int chosen = priorities.Highest(point, Random);
        int activity = point[chosen];
        inARow = activity == last ? inARow + 1 : 1;
        last = activity;
        step++;
        for (int i = 0; i < changes.Length; i++)
        {
            if (changes[i] == step)
                priorities.Set(activity, BehindAll - (ulong)i);
        }

        return chosen;
    }
}
