using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Threads that read and write one variable, without any protection.</summary>
internal static class ReadWrites
{
    private const string Synthetic = "GenMC, tests/correct/synthetic: Kokologiannakis, Raad, Vafeiadis, POPL 2018";
    private const string Observers = "Nidhugg, benchmarks: Aronis, Jonsson, Lang, Sagonas, TACAS 2018";

    /// <summary>A read, then a write: (N!)^2 traces.</summary>
    public static CatalogueProgram Rw { get; } = Squared(
        "rw", "each thread reads, then writes: (N!)^2 traces", Synthetic, i => $"r = x; x = {i}");

    /// <summary>Each thread adds its own bit: (N!)^2 traces.</summary>
    public static CatalogueProgram Inc { get; } = Squared(
        "inc", "each thread adds its own bit, not atomically: (N!)^2 traces", Synthetic, i => $"x = x + {1 << i}");

    /// <summary>A write, then a read: (N!)^2 traces.</summary>
    public static CatalogueProgram MyExample { get; } = Squared(
        "myexample", "each thread writes, then reads: (N!)^2 traces", "Nidhugg, benchmarks/from_TRACER",
        i => $"x = {i}; r = x");

    /// <summary>Writers, of which main sees the last one: N! traces.</summary>
    public static CatalogueProgram LastWrite { get; } = new(
        "lastwrite",
        "N writers, main reads after all: N! traces",
        [new("writers", 5, Most: 40)],
        N => Of($"lastwrite({N[0]})", N[0], $"{string.Join("; ", Names(N[0]).Select(name => $"join {name}"))}; r = x"))
    {
        Source = Observers,
    };

    /// <summary>Writers and one read that waits for nobody: (N + 1)! traces.</summary>
    public static CatalogueProgram FloatingRead { get; } = new(
        "floating_read",
        "N writers, main reads meanwhile (nw1r): (N+1)! traces",
        [new("writers", 5, Most: 40)],
        N => Of($"floating_read({N[0]})", N[0], $"assert x < {N[0] + 1}"))
    {
        Source = Observers,
    };

    private static IEnumerable<string> Names(int count) => Enumerable.Range(1, count).Select(i => $"writer{i}");

    private static ProgramText Of(string name, int writers, string main) => new(
        name,
        [new ThreadText("main", main), .. Names(writers).Select((one, i) => new ThreadText(one, $"x = {i + 1}"))])
    {
        Variables = [new("x", [0])],
    };

    private static CatalogueProgram Squared(string name, string says, string source, Func<int, string> text) => new(
        name, says, [new("threads", 3, Most: 30)], numbers => new(
            $"{name}({numbers[0]})",
            [.. Enumerable.Range(0, numbers[0]).Select(i => new ThreadText($"t{i + 1}", text(i)))])
        {
            Variables = [new("x", [0])],
        })
    {
        Source = source,
    };
}
