using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>A stack under a lock, with a flag that says once and for all that it is not empty. Of the 68,677 schedules
/// of ten rounds, 9,891 fail.</summary>
internal static class BoundedStack
{
    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "stack",
        "a stack whose flag for not empty is never taken back",
        [new("size", 10, Most: 60)],
        numbers => Of(numbers[0]))
    {
        Source = "SCTBench CS/stack_bad: Thomson, Donaldson, Betts, TOPC 2016",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of(int size) => new(
        $"stack({size})", [new ThreadText("pusher", Pusher(size)), new ThreadText("popper", Popper(size))])
    {
        Variables = [new("top", [0]), new("flag", [0])],
        Mutexes = [new("m", 0)],
    };

    private static string Pusher(int size) =>
        $$"""
        i = 0
        while i < {{size}} {
          lock m
          assert top != {{size}} "overflow"
          top = top + 1
          flag = 1
          unlock m
          i = i + 1
        }
        """;

    private static string Popper(int size) =>
        $$"""
        i = 0
        while i < {{size}} {
          lock m
          if flag {
            assert top != 0 "underflow"
            top = top - 1
          }
          unlock m
          i = i + 1
        }
        """;
}
