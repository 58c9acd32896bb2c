using TwoDoors.Model.Claims;
using TwoDoors.Sim.Explore.Strategies;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>Draws every schedule of a program with the same chance: whoever goes on is drawn in proportion to the
/// schedules that follow, which are counted beforehand over all states. For programs with few states.</summary>
internal sealed class UniformSchedules : SeededStrategy
{
    private const double Scale = 1.0 / (1UL << 53);

    private readonly ScheduleCounts counts;

    /// <summary>Counts the schedules of a program.</summary>
    /// <exception cref="InvalidOperationException">It has too many states.</exception>
    public UniformSchedules(ThreadProgram program)
    {
        counts = new ScheduleCounts(program);
        counts.Count();
    }

    /// <summary>Samples.</summary>
    public static ThreadVerdict Run(ThreadProgram program, ThreadOptions options) =>
        new ThreadSampler(program, options, new UniformSchedules(program)).Run();

    /// <inheritdoc/>
    public override int Choose(IScheduling point)
    {
        int count = point.Count;
        if (count == 1)
            return 0;
        Fingerprint state = point.StateFingerprint();
        double drawn = (Random.Next() >> 11) * Scale * counts.Of(state).All;
        double[] below = counts.Below(state);
        for (int i = 0; i < count - 1; i++)
        {
            drawn -= below[i];
            if (drawn < 0)
                return i;
        }

        return count - 1;
    }
}
