namespace TwoDoors.Sim.Explore;

/// <summary>Explores a subject and says what it found.</summary>
public static class Explorer
{
    /// <summary>Explores.</summary>
    /// <exception cref="ArgumentException">An option has no meaning; the message says which.</exception>
    public static Verdict Explore(Subject subject, ExploreOptions options, IProgressListener? listener = null) =>
        throw new InvalidOperationException($"{subject.Name}: no strategy {options.Strategy} yet");
}
