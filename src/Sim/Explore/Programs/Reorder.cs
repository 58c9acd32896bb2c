using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Setters write two variables one after the other; a checker that sees the first write without the second
/// fails. Of reorder_10, nine setters and one checker, 3.6e7 of 2.07e16 schedules fail.</summary>
internal static class Reorder
{
    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "reorder",
        "fails when a checker looks between the two writes of the setters; reorder_N is N-1 setters, 1 checker",
        [new("setters", 2, Most: 200), new("checkers", 1, Most: 200)],
        numbers => Of(numbers[0], numbers[1]))
    {
        Source = "SCTBench CS/reorder_N: Thomson, Donaldson, Betts, TOPC 2016",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of(int setters, int checkers) => new(
        $"reorder({setters},{checkers})",
        [
            .. Enumerable.Range(1, setters).Select(i => new ThreadText($"setter{i}", "a = 1; b = -1")),
            .. Enumerable.Range(1, checkers).Select(i => new ThreadText(
                $"checker{i}", "assert (a == 0 && b == 0) || (a == 1 && b == -1) \"b is not what a says\"")),
        ])
    {
        Variables = [new("a", [0]), new("b", [0])],
    };
}
