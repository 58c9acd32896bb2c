namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>A random walk in which the next step falls to an activity in proportion to the steps that it has left, so
/// that every schedule is as likely as any other, if executions are as long as the profile says.</summary>
/// <remarks>Source: the uniform random walk that is a part of Zhao, Wolff, Mathur, Roychoudhury, "Selectively Uniform
/// Concurrency Testing", ASPLOS 2025.</remarks>
internal sealed class UniformWalk : SeededStrategy, IProfiled
{
    private readonly RemainingSteps remaining = new();
    private readonly HeldActivities nobody = new();
    private int last;

    /// <inheritdoc/>
    public void Learn(RunProfile profile) => remaining.Learn(profile.Steps, profile.Makers);

    /// <inheritdoc/>
    public override void Begin(ulong seed, long execution)
    {
        base.Begin(seed, execution);
        remaining.Restart();
        last = -1;
    }

    /// <inheritdoc/>
    public override int Choose(IScheduling point)
    {
        while (last >= 0 && remaining.NextMade(point, last) >= 0)
        {
            // Its steps are its own now; nothing else is to be done.
        }

        int count = point.Count;
        for (int i = 0; i < count; i++)
            remaining.AtLeastOne(point[i]);
        int chosen = count == 1 ? 0 : remaining.Draw(point, Random, nobody);
        last = point[chosen];
        remaining.Made(last);
        return chosen;
    }
}
