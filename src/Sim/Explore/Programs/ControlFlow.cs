using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Whether a thread writes hangs on what it reads: 18, 90, 5160 traces for N = 2, 3, 5.</summary>
internal static class ControlFlow
{
    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "control_flow",
        "whether a thread writes hangs on what it reads: 18, 90, 5160 traces for N = 2, 3, 5",
        [new("pairs", 3, Most: 30)],
        numbers => Of(numbers[0]))
    {
        Source = "Nidhugg, benchmarks/from_TRACER: Abdulla, Atig, Jonsson, Ngo, OOPSLA 2018",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of(int pairs) => new(
        $"control_flow({pairs})",
        [
            .. Enumerable.Range(1, pairs).SelectMany(i => new[]
            {
                new ThreadText($"p{i}", "r = x"),
                new ThreadText($"q{i}", "y = 1"),
            }),
            new ThreadText("r", "if y == 0 { z = 1 }"),
            new ThreadText("s", "if z == 1 { if y == 0 { x = 1 } }"),
        ])
    {
        Variables = [new("x", [0]), new("y", [0]), new("z", [0])],
    };
}
