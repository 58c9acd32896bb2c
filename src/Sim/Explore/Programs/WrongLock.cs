using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Some threads protect a counter with one lock, the others with another one. Of one and three (wronglock_3),
/// 24,342 of 71,844 schedules fail.</summary>
internal static class WrongLock
{
    private const string Right =
        """
        lock data
        x = v
        v = v + 1
        assert v == x + 1 "the counter changed under the lock"
        unlock data
        """;

    private const string Wrong = "lock other; v = v + 1; unlock other";

    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "wronglock",
        "a counter under two different locks; wronglock is 1 and 7, wronglock_3 is 1 and 3",
        [new("right", 1, Most: 60), new("wrong", 7, Most: 60)],
        numbers => Of(numbers[0], numbers[1]))
    {
        Source = "SCTBench CS/wronglock_bad: Thomson, Donaldson, Betts, TOPC 2016",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of(int right, int wrong) => new(
        $"wronglock({right},{wrong})",
        [
            .. Enumerable.Range(1, right).Select(i => new ThreadText($"right{i}", Right)),
            .. Enumerable.Range(1, wrong).Select(i => new ThreadText($"wrong{i}", Wrong)),
        ])
    {
        Variables = [new("v", [0])],
        Mutexes = [new("data", 0), new("other", 0)],
    };
}
