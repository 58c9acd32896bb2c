namespace TwoDoors.Sim.Explore.Threads;

/// <summary>A way to search a program of threads.</summary>
/// <param name="Name">What the user types.</param>
/// <param name="Says">What it is, in a few words.</param>
/// <param name="Samples">True when it draws executions by chance: it ends by a limit alone, and proves nothing.</param>
/// <param name="Run">Searches.</param>
public sealed record ThreadSearch(
    string Name, string Says, bool Samples, Func<ThreadProgram, ThreadOptions, ThreadVerdict> Run)
{
    /// <summary>True when it is complete within a bound only.</summary>
    public bool IsBounded { get; init; }

    /// <summary>True when nothing can fail in a program of which it found no failure, once it is complete.</summary>
    public bool Proves => !Samples && !IsBounded;
}
