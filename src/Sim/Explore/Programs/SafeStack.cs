using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>A stack without locks in an array: to fail, it needs three threads and at least five context
/// switches.</summary>
/// <remarks>An exchange is an atomic block, and so is the compare-and-swap that reports what it met.</remarks>
internal static class SafeStack
{
    private const string Pop =
        """
        e = -1
        while e < 0 {
          while count > 1 {
            h = head
            atomic { n = next[h]; next[h] = -1 }
            if n >= 0 {
              if cas(head, h, n) {
                z = fetch_add(count, -1)
                e = h
                break
              }
              atomic { z = next[h]; next[h] = n }
            }
          }
        }
        """;

    private const string Push =
        """
        h = head
        next[e] = h
        done = 0
        while !done {
          atomic {
            met = head
            done = met == h
            if done { head = e }
          }
          if !done {
            h = met
            next[e] = h
          }
        }
        z = fetch_add(count, 1)
        """;

    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "safestack",
        "a stack without locks that fails after at least five context switches",
        [new("threads", 3, Least: 2, Most: 6), new("rounds", 2, Most: 4)],
        numbers => Of(numbers[0], numbers[1]))
    {
        Source = "Vyukov, 2010, in the forum of CHESS; as in SCTBench safestack",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of(int threads, int rounds) => new(
        $"safestack({threads},{rounds})",
        [.. Enumerable.Range(0, threads).Select(i => new ThreadText($"t{i}", Text(i, rounds)))])
    {
        Variables =
        [
            new("head", [0]), new("count", [threads]), new("value", new int[threads]),
            new("next", [.. Enumerable.Range(1, threads - 1), -1]),
        ],
    };

    private static string Text(int thread, int rounds) =>
        $$"""
        k = 0
        while k < {{rounds}} {
          {{Pop}}
          value[e] = {{thread}}
          assert value[e] == {{thread}} "two threads have the same element"
          {{Push}}
          k = k + 1
        }
        """;
}
