using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Three threads with two locked and two unlocked rounds: 1955, 9326, 36570 traces for N = 1 to 3.</summary>
internal static class ExponentialBug
{
    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "exponential_bug",
        "locked and unlocked writers and a reader: 1955, 9326, 36570 traces for N = 1 to 3",
        [new("writes", 3, Most: 20)],
        numbers => Of(numbers[0]))
    {
        Source = "Huang: Stateless Model Checking Concurrent Programs with Maximal Causality Reduction, PLDI 2015",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of(int writes) => new(
        $"exponential_bug({writes})",
        [
            new ThreadText("t1", Twice($"lock m; x = 1; i = 0; while i < {writes} {{ y = 1; i = i + 1 }}; unlock m")),
            new ThreadText("t2", Twice("lock m; x = 0; unlock m; if x > 0 { r = y; y = r + 1; x = 2 }")),
            new ThreadText("t3", Twice("if x > 1 { if y == 3 { return } else { y = 2 } }")),
        ])
    {
        Variables = [new("x", [0]), new("y", [0])],
        Mutexes = [new("m", 0)],
    };

    private static string Twice(string text) => $"{text}\n{text}";
}
