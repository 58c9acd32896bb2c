using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Threads that compare and swap one variable; a swap that fails only reads.</summary>
internal static class Swaps
{
    private const string Origin = "GenMC, tests/correct/synthetic: Kokologiannakis, Raad, Vafeiadis, POPL 2018";

    /// <summary>Thread i turns i-1 into i: 2, 5, 14, 43, 144, 523, 2048, 8597 traces for N = 2 to 9.</summary>
    public static CatalogueProgram Casrot { get; } = new(
        "casrot",
        "thread i swaps i-1 for i: 2, 5, 14, 43, 144, 523, 2048, 8597 traces for N = 2 to 9",
        [new("threads", 5, Most: 40)],
        N => Of($"casrot({N[0]})", Enumerable.Range(1, N[0]).Select(i => $"r = cas(x, {i - 1}, {i})")))
    {
        Source = Origin,
    };

    /// <summary>A swap of 0 for 1, then a write: 6, 66, 1200, 32880 traces for N = 2 to 5.</summary>
    public static CatalogueProgram Casw { get; } = new(
        "casw",
        "each thread swaps 0 for 1 and writes: 6, 66, 1200, 32880 traces for N = 2 to 5",
        [new("threads", 3, Most: 40)],
        N => Of($"casw({N[0]})", Enumerable.Range(0, N[0]).Select(i => $"r = cas(x, 0, 1); x = {i + 3}")))
    {
        Source = Origin,
    };

    /// <summary>One writer; a swap succeeds after it, once: N * 2^(N - 1) + 1 traces.</summary>
    public static CatalogueProgram Wcas { get; } = new(
        "wcas",
        "one writer, N swaps of what it wrote: N*2^(N-1)+1 traces",
        [new("swappers", 4, Most: 60)],
        N => Of($"wcas({N[0]})", ["x = 2", .. Enumerable.Repeat("r = cas(x, 2, 3)", N[0])]))
    {
        Source = Origin,
    };

    private static ProgramText Of(string name, IEnumerable<string> threads) =>
        new(name, [.. threads.Select((text, i) => new ThreadText($"t{i + 1}", text))])
        {
            Variables = [new("x", [0])],
        };
}
