using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>A reader looks for the last 0 of an array in which writers add up neighbours: (N + 3) * 2^(N - 2)
/// traces.</summary>
internal static class LastZero
{
    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "lastzero",
        "a reader looks for the last 0, writers add up neighbours: (N+3)*2^(N-2) traces",
        [new("writers", 5, Most: 60)],
        numbers => Of(numbers[0]))
    {
        Source = "Abdulla, Aronis, Jonsson, Sagonas: Optimal Dynamic Partial Order Reduction, POPL 2014",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of(int writers) => new(
        $"lastzero({writers})",
        [
            new ThreadText("reader", $"i = {writers}; while a[i] != 0 {{ i = i - 1 }}"),
            .. Enumerable.Range(1, writers).Select(j => new ThreadText($"writer{j}", $"a[{j}] = a[{j - 1}] + 1")),
        ])
    {
        Variables = [new("a", new int[writers + 1])],
    };
}
