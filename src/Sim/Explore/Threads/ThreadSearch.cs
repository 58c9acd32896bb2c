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

    /// <summary>True when it sees every state once, and what goes on for ever.</summary>
    public bool SeesStates { get; init; }

    /// <summary>True when nothing is wrong with this program if it found nothing, once it is complete.</summary>
    /// <remarks>A complete search of all traces proves that no execution goes on for ever, but a trace stands for
    /// executions that pass through different states, so it does not tell whether a condition holds at some
    /// time.</remarks>
    public bool ProvesAllOf(ThreadProgram program) =>
        !Samples && !IsBounded && (SeesStates || program.Eventually is null);
}
