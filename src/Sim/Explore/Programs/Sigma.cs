using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Main moves an index on and spawns a thread that marks the place where it finds the index: (2N - 1)!!
/// traces.</summary>
internal static class Sigma
{
    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "sigma",
        "main moves an index and spawns threads that read it: (2N-1)!! traces",
        [new("threads", 4, Most: 30)],
        numbers => Of(numbers[0]))
    {
        Source = "SV-COMP, pthread/sigma; as in Nidhugg, benchmarks/SV-COMP",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of(int threads) => new(
        $"sigma({threads})",
        [
            new ThreadText("main", string.Join('\n', Names(threads).Select(name => $"index += 1; spawn {name}"))),
            .. Names(threads).Select(name => new ThreadText(name, "a[index] = 1", Spawned: true)),
        ])
    {
        Variables = [new("index", [-1]), new("a", new int[threads])],
        Arrays = ["a"],
    };

    private static IEnumerable<string> Names(int threads) => Enumerable.Range(1, threads).Select(i => $"t{i}");
}
