namespace TwoDoors.Sim.Explore;

/// <summary>The seam for another engine: executions of a subject in which somebody outside makes every choice, as a
/// number. Who goes on, when the power goes, what survives and what a call returns are all asked for there.</summary>
/// <param name="subject">A simulated host; programs of threads have a seam of their own in
/// <see cref="Threads.ThreadSampler"/>.</param>
public sealed class ChosenExecution(Subject subject)
{
    private readonly Laboratory lab = new(subject);
    private int length;

    /// <summary>Runs one execution, from the start of the subject to the end of the first boot that no crash
    /// ends.</summary>
    /// <param name="choose">Given how many answers there are, at least 2, it returns the number of one, from 0. The
    /// same numbers give the same execution.</param>
    /// <returns>The first claim that broke and what it says, or null.</returns>
    public string? Run(Func<int, int> choose)
    {
        if (length == 0)
            length = BootLength.Of(lab);
        Broken? broken = new Execution(lab).Run(new ChosenDriver(lab, choose, length));
        return broken is null ? null : $"{broken.Property}: {broken.Says}";
    }
}
