using TwoDoors.Sim.Explore.Programs;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>A program of a published table, and what was published of it.</summary>
/// <param name="Name">As it is published.</param>
/// <param name="Line">As the catalogue has it, with its numbers.</param>
/// <param name="Published">Mean schedules to the first failure under selectively uniform random walk.</param>
public sealed record PublishedRow(string Name, string Line, double Published);

/// <summary>Schedules to the first failure on the programs of the CS group of SCTBench, beside published figures.
/// </summary>
/// <remarks>Source of the figures: the artifact of Zhao, Wolff, Mathur, Roychoudhury, "Selectively Uniform Concurrency
/// Testing", ASPLOS 2025: 20 trials, at most 10,000 schedules each. There every memory access of a binary is a step;
/// here every access of a shared variable is, and each spawn by the main thread. Compare the order of the strategies
/// and what is found at all, not single cells.</remarks>
public static class FirstFailures
{
    /// <summary>The strategies of the table.</summary>
    public static IReadOnlyList<string> Strategies { get; } =
        ["surw", "pct-3", "pct-10", "pos", "random", "urw", "delay-3", "preemption-2", "coverage", "auto"];

    /// <summary>The programs of the table.</summary>
    public static IReadOnlyList<PublishedRow> Rows { get; } =
    [
        new("twostage", "twostage 1 1", 8),
        new("twostage_20", "twostage 10 10", 6),
        new("twostage_50", "twostage 40 10", 20),
        new("twostage_100", "twostage 99 1", 454),
        new("reorder_3", "reorder 2 1", 7),
        new("reorder_4", "reorder 3 1", 7),
        new("reorder_5", "reorder 4 1", 10),
        new("reorder_10", "reorder 9 1", 17),
        new("reorder_20", "reorder 10 10", 6),
        new("reorder_50", "reorder 40 10", 13),
        new("reorder_100", "reorder 99 1", 194),
        new("stack", "stack 10", 5),
        new("token_ring", "token_ring", 8),
        new("lazy01", "lazy01", 2),
        new("deadlock01", "deadlock01", 2),
        new("bluetooth_driver", "bluetooth_driver", 70),
        new("account", "account", 6),
        new("wronglock", "wronglock 1 7", 7),
        new("wronglock_3", "wronglock 1 3", 9),
    ];

    /// <summary>Measures one cell.</summary>
    public static ThreadTrials Measure(PublishedRow row, string strategy, int trials, long executions, int workers)
    {
        ThreadProgram program = Spawning.From(Catalogue.Build(row.Line)).Compile();
        ThreadOptions options = new() { Strategy = strategy, Executions = executions };
        return ThreadTrials.Run(program, options, trials, workers);
    }
}
