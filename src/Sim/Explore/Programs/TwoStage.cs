using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Two values are updated under two locks, one after the other; a reader in between sees one without the
/// other. Of the 72 schedules of one pair, 1 fails.</summary>
internal static class TwoStage
{
    private const string Writer =
        """
        lock l1
        d1 = 1
        unlock l1
        lock l2
        d2 = d1 + 1
        unlock l2
        """;

    private const string Reader =
        """
        lock l1
        if d1 == 0 {
          unlock l1
          return
        }
        t1 = d1
        unlock l1
        lock l2
        t2 = d2
        unlock l2
        assert t2 == t1 + 1 "the second value does not follow the first"
        """;

    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "twostage",
        "fails when a reader comes between two updates under two locks; twostage_100 is 99 writers, 1 reader",
        [new("writers", 1, Most: 200), new("readers", 1, Most: 200)],
        numbers => Of(numbers[0], numbers[1]))
    {
        Source = "SCTBench CS/twostage_bad: Thomson, Donaldson, Betts, TOPC 2016",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of(int writers, int readers) => new(
        $"twostage({writers},{readers})",
        [
            .. Enumerable.Range(1, writers).Select(i => new ThreadText($"writer{i}", Writer)),
            .. Enumerable.Range(1, readers).Select(i => new ThreadText($"reader{i}", Reader)),
        ])
    {
        Variables = [new("d1", [0]), new("d2", [0])],
        Mutexes = [new("l1", 0), new("l2", 0)],
    };
}
