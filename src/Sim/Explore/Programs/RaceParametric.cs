using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Two threads write one variable and read it, N times each: 4, 34, 328, 3334 traces for N = 1 to 4.</summary>
internal static class RaceParametric
{
    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "race_parametric",
        "two threads write and read one variable N times: 4, 34, 328, 3334 traces for N = 1 to 4",
        [new("rounds", 3, Most: 20)],
        numbers => Of(numbers[0]))
    {
        Source = "Nidhugg, benchmarks/synthetic, without the steps on variables of a single thread",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of(int rounds) => new(
        $"race_parametric({rounds})",
        [
            .. Enumerable.Range(0, 2).Select(i => new ThreadText(
                $"t{i + 1}", $"k = 0; while k < {rounds} {{ v = {i}; r = v; k = k + 1 }}")),
        ])
    {
        Variables = [new("v", [0])],
    };
}
