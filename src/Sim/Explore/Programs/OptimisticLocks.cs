using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Threads that stamp a variable and commit what they did while the stamp was theirs.</summary>
internal static class OptimisticLocks
{
    /// <summary>Each tries at most N times: 10, 42, 126, 346 traces for N = 1 to 4.</summary>
    public static CatalogueProgram OptLock { get; } = new(
        "opt_lock",
        "two threads try an optimistic lock: 10, 42, 126, 346 traces for N = 1 to 4",
        [new("tries", 4, Most: 20)],
        N => Of($"opt_lock({N[0]})", i => $"k = 0; while k < {N[0]} {{ x = {i}; y = 1; {Look(i)}; k = k + 1 }}", 0))
    {
        Source = "Nidhugg, benchmarks/from_DCDPOR: Chalupa, Chatterjee, Pavlogiannis, Sinha, Vaidya, POPL 2018",
    };

    /// <summary>Each commits N times, and tries at most so often: 1734 traces for 2 commits in 6 tries.</summary>
    public static CatalogueProgram Commits { get; } = new(
        "commits",
        "two threads commit N times in at most U tries: 1734 traces for N = 2, U = 6",
        [new("commits", 2, Most: 20), new("tries", 6, Most: 20)],
        N => Of(
            $"commits({N[0]},{N[1]})",
            i => $"c = 0; k = 0; while k < {N[1]} && c < n {{ x = {i}; if x == {i} {{ c = c + 1 }}; k = k + 1 }}",
            N[0]))
    {
        Source = "GenMC, tests/correct/synthetic/commits, run with -unroll=6",
    };

    private static string Look(int thread) => $"if x == {thread} {{ r = y; break }}";

    private static ProgramText Of(string name, Func<int, string> text, int wanted) => new(
        name, [new ThreadText("t1", text(1)), new ThreadText("t2", text(2))])
    {
        Variables = [new("x", [0]), new("y", [0]), new("n", [wanted])],
    };
}
