namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>Whoever runs goes on until it cannot; then, and at some random steps before, a random other one does.
/// </summary>
/// <remarks>Source: Musuvathi, Qadeer, "Iterative Context Bounding for Systematic Testing of Multithreaded Programs",
/// PLDI 2007: most bugs need few preemptions.</remarks>
internal sealed class PreemptionBounded(int preemptions) : SeededStrategy, IProfiled
{
    private readonly int[] places = new int[preemptions];
    private int length = 1;
    private int step;

    /// <inheritdoc/>
    public void Learn(RunProfile profile) => length = Math.Max(1, profile.LengthMax);

    /// <inheritdoc/>
    public override void Begin(ulong seed, long execution)
    {
        base.Begin(seed, execution);
        for (int i = 0; i < places.Length; i++)
            places[i] = 1 + Random.Below(length);
        step = 0;
    }

    /// <inheritdoc/>
    public override int Choose(IScheduling point)
    {
        step++;
        int count = point.Count;
        if (count == 1)
            return 0;
        int running = point.Continuing;
        if (running < 0)
            return Random.Below(count);
        if (Array.IndexOf(places, step) < 0)
            return running;
        int other = Random.Below(count - 1);
        return other < running ? other : other + 1;
    }
}
