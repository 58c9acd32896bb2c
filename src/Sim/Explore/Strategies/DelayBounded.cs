namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>Whoever runs goes on until it cannot, then the one with the next higher number, round and round; at some
/// random steps it is passed over once.</summary>
/// <remarks>Source: Emmi, Qadeer, Rakamaric, "Delay-Bounded Scheduling", POPL 2011.</remarks>
internal sealed class DelayBounded(int delays) : SeededStrategy, IProfiled
{
    private readonly int[] places = new int[delays];
    private int length = 1;
    private int step;
    private int last;

    /// <inheritdoc/>
    public void Learn(RunProfile profile) => length = Math.Max(1, profile.LengthMax);

    /// <inheritdoc/>
    public override void Begin(ulong seed, long execution)
    {
        base.Begin(seed, execution);
        for (int i = 0; i < places.Length; i++)
            places[i] = 1 + Random.Below(length);
        step = 0;
        last = 0;
    }

    /// <inheritdoc/>
    public override int Choose(IScheduling point)
    {
        step++;
        int chosen = point.Continuing >= 0 ? point.Continuing : After(point, last - 1);
        foreach (int place in places)
        {
            if (place == step)
                chosen = After(point, point[chosen]);
        }

        last = point[chosen];
        return chosen;
    }

    private static int After(IScheduling point, int activity)
    {
        for (int i = 0; i < point.Count; i++)
        {
            if (point[i] > activity)
                return i;
        }

        return 0;
    }
}
