using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Two threads take two locks in opposite order. 2 of the 6 schedules deadlock.</summary>
internal static class Deadlock01
{
    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "deadlock01", "two threads take two locks in opposite order", [], _ => Of())
    {
        Source = "SCTBench CS/deadlock01_bad: Thomson, Donaldson, Betts, TOPC 2016",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of() => new(
        "deadlock01",
        [
            new ThreadText("up", "lock a; lock b; counter = counter + 1; unlock b; unlock a"),
            new ThreadText("down", "lock b; lock a; counter = counter - 1; unlock a; unlock b"),
        ])
    {
        Variables = [new("counter", [1])],
        Mutexes = [new("a", 0), new("b", 0)],
    };
}
