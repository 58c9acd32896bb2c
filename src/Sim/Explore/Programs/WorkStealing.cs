using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>The THE queue of Cilk: its owner pushes and pops at one end without a lock, thieves steal at the other
/// under one. A push that takes the queue for one place larger than it is writes over what a thief is just
/// taking.</summary>
/// <remarks>Every use of the pointer to the array and of its mask is an event, as in the C++ text; a read by
/// compare-and-swap with itself is a read here. Growth puts the elements into a fresh part of one array. The variant
/// with interlocked operations differs in its lock alone, which spins: it is the same program here.
/// The variants with state have the right push, and fail in what they write down beside it: with two stealers, four
/// items and two attempts the right version has 914,790 traces, of which none fails.</remarks>
internal static class WorkStealing
{
    private const string Origin = "Frigo, Leiserson, Randall: The Implementation of the Cilk-5 Multithreaded Language, "
        + "PLDI 1998; as in CHESS and SCTBench chess/WSQ, initial size 2";

    private const string Place = "base + t % (mask + 1)";

    private const string Pop =
        $$"""
        t = tail - 1
        tail = t
        if head <= t {
          r = elems[{{Place}}]
          got = 1
        } else {
          tail = t + 1
          lock cs
          t = tail - 1
          tail = t
          if head <= t {
            r = elems[{{Place}}]
            got = 1
          } else {
            tail = t + 1
            got = 0
          }
          if head > t {
            head = 0
            tail = 0
            got = 0
          }
          unlock cs
        }
        if got { field[r] = field[r] + 1 }
        """;

    private const string Steal =
        $$"""
        lock cs
        t = head
        head = t + 1
        if t < tail {
          r = elems[{{Place}}]
          got = 1
        } else {
          head = t
          got = 0
        }
        unlock cs
        if got { field[r] = field[r] + 1 }
        """;

    private static readonly ProgramParameter[] Numbers =
        [new("stealers", 1, Most: 8), new("items", 4, Least: 2, Most: 8), new("attempts", 2, Most: 8)];

    /// <summary>The push with the mistake.</summary>
    public static CatalogueProgram Wrong { get; } = new(
        "wsq",
        "a queue with work to steal; a push may write over what is being stolen",
        Numbers,
        numbers => Of("wsq", numbers, "t < head + mask + 1"))
    {
        Source = Origin,
    };

    /// <summary>The push as it should be.</summary>
    public static CatalogueProgram Right { get; } = new(
        "wsq_ok",
        "the same without the mistake: never fails",
        Numbers,
        numbers => Of("wsq_ok", numbers, "t < head + mask"))
    {
        Source = Origin,
    };

    private static ProgramText Of(string name, int[] numbers, string fits)
    {
        (int stealers, int items, int attempts) = (numbers[0], numbers[1] / 2 * 2, numbers[2]);
        string[] thieves = [.. Enumerable.Range(1, stealers).Select(i => $"stealer{i}")];
        return new ProgramText(
            $"{name}({stealers},{items},{attempts})",
            [
                new ThreadText("main", Checker(thieves, items)),
                .. thieves.Select(thief => new ThreadText(thief, Times(attempts, Steal))),
                new ThreadText("owner", Owner(items, fits)),
            ])
        {
            Variables =
            [
                new("head", [0]), new("tail", [0]), new("base", [0]), new("mask", [1]),
                new("elems", [.. Enumerable.Repeat(-1, 30)]), new("field", new int[items]),
            ],
            Mutexes = [new("cs", 0)],
        };
    }

    private static string Checker(string[] thieves, int items)
    {
        IEnumerable<string> joins = thieves.Select(thief => $"join {thief}");
        IEnumerable<string> checks = Enumerable.Range(0, items).Select(i =>
            $"assert field[{i}] == 1 \"item {i} was not used once\"");
        return string.Join('\n', ["join owner", .. joins, .. checks]);
    }

    private static string Owner(int items, string fits) =>
        $$"""
        i = 0
        while i < {{items}} {
          item = i
          {{Push(fits)}}
          item = i + 1
          {{Push(fits)}}
          {{Pop}}
          i = i + 2
        }
        {{Times(items / 2, Pop)}}
        """;

    private static string Push(string fits) =>
        $$"""
        t = tail
        if {{fits}} {
          elems[{{Place}}] = item
          tail = t + 1
        } else {
          lock cs
          h = head
          count = tail - h
          h = h % (mask + 1)
          head = h
          tail = h + count
          if count >= mask {
            size = 2 * (mask + 1)
            k = 0
            while k < count {
              elems[size - 2 + k] = elems[base + (h + k) % (mask + 1)]
              k = k + 1
            }
            base = size - 2
            mask = size - 1
            head = 0
            tail = count
          }
          assert count < mask "the queue did not grow"
          t = tail
          elems[{{Place}}] = item
          tail = t + 1
          unlock cs
        }
        """;

    private static string Times(int count, string text) =>
        $$"""
        n = 0
        while n < {{count}} {
          {{text}}
          n = n + 1
        }
        """;
}
