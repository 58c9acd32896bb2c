using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Peterson's lock for N threads, the filter lock: on each of N - 1 levels the last one to come waits while
/// another thread is on that level or a higher one.</summary>
/// <remarks>Each write of a shared variable is a step, and each look at one other thread is one: whether that thread is
/// below, or another one came last. Looking at oneself and the end of a round of looks are steps too, which touch
/// nothing. With that there are 1,609, 102,740 and 8,152,159 distinct states for 3, 4 and 5 threads, as TLC and Rumur
/// count them for the same model.</remarks>
internal static class FilterLock
{
    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "filter",
        "Peterson's filter lock, round after round; 1,609 and 102,740 states for 3 and 4 threads",
        [new("threads", 3, Least: 2)],
        numbers => Of(numbers[0]))
    {
        Source = "G. Peterson, \"Myths about the mutual exclusion problem\", IPL 12(3), 1981; counts: TLC and Rumur",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of(int threads) => new(
        $"filter({threads})",
        [.. Enumerable.Range(0, threads).Select(i => new ThreadText($"p{i}", Text(i, threads)))])
    {
        Variables = [new("level", new int[threads]), new("last", new int[threads])],
        RunsForever = true,
    };

    private static string Text(int i, int threads) =>
        $$"""
        while 1 {
          l = 1
          while l < {{threads}} {
            level[{{i}}] = l
            last[l] = {{i}}
            k = 0
            while k < {{threads}} {
              atomic { passes = k == {{i}} || level[k] < l || last[l] != {{i}} }
              if passes { k = k + 1 }
            }
            local
            l = l + 1
          }
          level[{{i}}] = 0
        }
        """;
}
