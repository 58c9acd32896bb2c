using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Each thread puts four messages into a hash table, with a lock for each place; up to 11 threads never meet.
/// 8^(N - 11) traces from 11 threads on, 1 below.</summary>
internal static class Indexer
{
    private const int Size = 128;

    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "indexer",
        "threads put messages into a hash table: 8^(N-11) traces from N = 11 on",
        [new("threads", 12, Most: 30)],
        numbers => Of(numbers[0]))
    {
        Source = "Flanagan, Godefroid: Dynamic Partial-Order Reduction for Model Checking Software, POPL 2005",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of(int threads) => new(
        $"indexer({threads})",
        [.. Enumerable.Range(0, threads).Select(i => new ThreadText($"t{i}", Text(i)))])
    {
        Variables = [new("table", new int[Size])],
        Mutexes = [new("place", Size)],
    };

    private static string Text(int thread) =>
        $$"""
        m = 1
        while m <= 4 {
          w = m * 11 + {{thread}}
          h = w * 7 % {{Size}}
          while 1 {
            lock place[h]
            done = table[h] == 0
            if done { table[h] = w }
            unlock place[h]
            if done { break }
            h = (h + 1) % {{Size}}
          }
          m = m + 1
        }
        """;
}
