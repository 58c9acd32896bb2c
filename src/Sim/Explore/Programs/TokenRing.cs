using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Three threads pass a value on, atomically each; in some orders it does not get round. 4 of the 24 schedules
/// fail.</summary>
internal static class TokenRing
{
    private const string Check =
        """
        atomic {
          if f1 && f2 && f3 {
            assert x1 == x2 && x2 == x3 "the values differ"
          }
        }
        """;

    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "token_ring", "three threads pass a value on, which gets round in some orders only", [], _ => Of())
    {
        Source = "SCTBench CS/token_ring_bad: Thomson, Donaldson, Betts, TOPC 2016",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of() => new(
        "token_ring",
        [
            new ThreadText("t1", "atomic { x1 = (x3 + 1) % 4; f1 = 1 }"),
            new ThreadText("t2", "atomic { x2 = x1; f2 = 1 }"),
            new ThreadText("t3", "atomic { x3 = x2; f3 = 1 }"),
            new ThreadText("check", Check),
        ])
    {
        Variables = [new("x1", [1]), new("x2", [2]), new("x3", [1]), new("f1", [0]), new("f2", [0]), new("f3", [0])],
    };
}
