using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Two additions and a check under one lock: it fails when the check comes last. 2 of the 6 schedules
/// fail.</summary>
internal static class Lazy01
{
    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "lazy01", "fails when a check under the lock comes after both additions", [], _ => Of())
    {
        Source = "SCTBench CS/lazy01_bad: Thomson, Donaldson, Betts, TOPC 2016; in the order of PERIOD, ICSE 2022",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of() => new(
        "lazy01",
        [
            new ThreadText("check", "lock m; assert data < 3 \"both additions were made\"; unlock m"),
            new ThreadText("add2", "lock m; data = data + 2; unlock m"),
            new ThreadText("add1", "lock m; data = data + 1; unlock m"),
        ])
    {
        Variables = [new("data", [0])],
        Mutexes = [new("m", 0)],
    };
}
