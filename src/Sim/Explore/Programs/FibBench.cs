using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Two threads add up two variables turn by turn, main looks at both in between: 11, 140, 1698, 19605, 218243
/// traces for N = 1 to 5.</summary>
internal static class FibBench
{
    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "fib_bench",
        "two threads add up two variables, main looks: 11, 140, 1698, 19605, 218243 traces for N = 1 to 5",
        [new("rounds", 3, Most: 20)],
        numbers => Of(numbers[0]))
    {
        Source = "SV-COMP, pthread/fib_bench; main reads without waiting, as in Nidhugg, benchmarks/from_OBSERVERS",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of(int rounds)
    {
        int most = Fibonacci(2 + (2 * rounds));
        return new ProgramText(
            $"fib_bench({rounds})",
            [
                new ThreadText("main", $"assert i <= {most}; assert j <= {most}"),
                new ThreadText("t1", $"k = 0; while k < {rounds} {{ i = i + j; k = k + 1 }}"),
                new ThreadText("t2", $"k = 0; while k < {rounds} {{ j = j + i; k = k + 1 }}"),
            ])
        {
            Variables = [new("i", [1]), new("j", [1])],
        };
    }

    private static int Fibonacci(int n)
    {
        int before = 0;
        int now = 1;
        for (int i = 0; i < n; i++)
            (before, now) = (now, before + now);
        return before;
    }
}
