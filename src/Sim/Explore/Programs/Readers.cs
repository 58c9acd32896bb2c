using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>One writer, and readers that each see its write or not: 2^N traces.</summary>
internal static class Readers
{
    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "readers",
        "one writer, and readers that each see its write or not: 2^N traces",
        [new("readers", 8, Most: 60)],
        numbers => Of(numbers[0]))
    {
        Source = "Abdulla, Aronis, Jonsson, Sagonas: Optimal Dynamic Partial Order Reduction, POPL 2014",
    };

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
