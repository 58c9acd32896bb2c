using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>A sender and a receiver take turns at a buffer under one lock: C(2N, N) traces, one for each order of the
/// critical sections. Where the receiver expects its own count instead of what was sent, it fails once it came too
/// early.</summary>
internal static class CircularBuffer
{
    private const int Size = 10;

    /// <summary>The receiver expects what was sent.</summary>
    public static CatalogueProgram Right { get; } = new(
        "circular_buffer",
        "a sender and a receiver under one lock: C(2N,N) traces",
        [new("rounds", 5, Most: 9)],
        numbers => Of($"circular_buffer({numbers[0]})", numbers[0], "value"))
    {
        Source = "SCTBench CS/circular_buffer; the right version as in Nidhugg, benchmarks/from_SCTBench",
    };

    /// <summary>The receiver expects its own count.</summary>
    public static CatalogueProgram Wrong { get; } = new(
        "circular_buffer_bad",
        "the same, and the receiver expects its own count; the published one has 7 rounds",
        [new("rounds", 7, Most: 9)],
        numbers => Of($"circular_buffer_bad({numbers[0]})", numbers[0], "i"))
    {
        Source = "SCTBench CS/circular_buffer_bad: Thomson, Donaldson, Betts, TOPC 2016",
    };

    private static ProgramText Of(string name, int rounds, string expected) => new(
        name, [new ThreadText("sender", Sender(rounds)), new ThreadText("receiver", Receiver(rounds, expected))])
    {
        Variables =
        [
            new("buffer", new int[Size]), new("first", [0]), new("next", [0]), new("send", [1]), new("receive", [0]),
            new("value", [0]),
        ],
        Mutexes = [new("m", 0)],
    };

    private static string Sender(int rounds) =>
        $$"""
        i = 0
        while i < {{rounds}} {
          lock m
          if send {
            if next < {{Size}} {
              buffer[next] = i
              next = (next + 1) % {{Size}}
              assert next < {{Size}}
            }
            value = i
            send = 0
            receive = 1
          }
          unlock m
          i = i + 1
        }
        """;

    private static string Receiver(int rounds, string expected) =>
        $$"""
        i = 0
        while i < {{rounds}} {
          lock m
          if receive {
            got = -1
            if next > 0 && first < {{Size}} {
              first = first + 1
              got = buffer[first - 1]
            }
            assert got == {{expected}} "the receiver got something else"
            receive = 0
            send = 1
          }
          unlock m
          i = i + 1
        }
        """;
}
