using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>A queue with flags that say whose turn it is; the reader compares with its own count of rounds and fails
/// once it came too early.</summary>
internal static class BoundedQueue
{
    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "queue",
        "a queue whose reader counts its rounds, and not what it read",
        [new("size", 20, Least: 2, Most: 60)],
        numbers => Of(numbers[0]))
    {
        Source = "SCTBench CS/queue_bad: Thomson, Donaldson, Betts, TOPC 2016",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of(int size) => new(
        $"queue({size})", [new ThreadText("writer", Writer(size)), new ThreadText("reader", Reader(size))])
    {
        Variables =
        [
            new("element", new int[size]), new("stored", new int[size]), new("head", [0]), new("tail", [0]),
            new("amount", [0]), new("enqueue", [1]), new("dequeue", [0]),
        ],
        Mutexes = [new("m", 0)],
    };

    private static string Enqueue(int size) =>
        $$"""
          element[tail] = value
          amount = amount + 1
          if tail == {{size}} { tail = 1 } else { tail = tail + 1 }
        """;

    private static string Writer(int size) =>
        $$"""
        value = 0
        lock m
        {{Enqueue(size)}}
        stored[0] = value
        assert head != tail "the queue is empty after a write"
        unlock m
        i = 0
        while i < {{size - 1}} {
          lock m
          if enqueue {
            value = value + 1
            {{Enqueue(size)}}
            stored[i + 1] = value
            enqueue = 0
            dequeue = 1
          }
          unlock m
          i = i + 1
        }
        """;

    private static string Reader(int size) =>
        $$"""
        i = 0
        while i < {{size}} {
          lock m
          if dequeue {
            x = element[head]
            amount = amount - 1
            if head == {{size}} { head = 1 } else { head = head + 1 }
            assert x == stored[i] "another element was read"
            dequeue = 0
            enqueue = 1
          }
          unlock m
          i = i + 1
        }
        """;
}
