using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>One writer, and readers that each see its write or not: 2^N traces.</summary>
internal static class Readers
{
    /// <summary>The program.</summary>
    public static ProgramText Of(int readers) => new(
        $"readers({readers})",
        [
            new ThreadText("writer", "x = 42"),
            .. Enumerable.Range(1, readers).Select(i => new ThreadText($"reader{i}", "r = x")),
        ])
    {
        Variables = [new("x", [0])],
    };
}
