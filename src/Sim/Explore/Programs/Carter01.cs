using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Two classes of threads count themselves under one lock and hold another one while there are any: who waits
/// for the second holds the first. 2 of the 4 schedules deadlock.</summary>
internal static class Carter01
{
    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "carter01", "who waits for the second lock holds the first", [], _ => Of())
    {
        Source = "SCTBench CS/carter01_bad: Thomson, Donaldson, Betts, TOPC 2016; two of its threads do nothing",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of() => new(
        "carter01", [new ThreadText("t1", Text("a")), new ThreadText("t2", Text("b"))])
    {
        Variables = [new("a", [0]), new("b", [0])],
        Mutexes = [new("m", 0), new("l", 0)],
    };

    private static string Text(string count) =>
        $$"""
        lock m
        {{count}} = {{count}} + 1
        if {{count}} == 1 { lock l }
        unlock m
        lock m
        {{count}} = {{count}} - 1
        if {{count}} == 0 { unlock l }
        unlock m
        """;
}
