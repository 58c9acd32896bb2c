using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Two polite threads: each shows that it wants to pass, and steps back when the other one wants it
/// too. They can be polite for ever, though each makes a step whenever it can.</summary>
internal static class Polite
{
    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "polite", "two threads step back for each other: a livelock, which only stateful sees", [], _ => Of())
    {
        Source = "E. Dijkstra, \"Cooperating sequential processes\", EWD 123, 1965: the attempts at mutual exclusion",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of() => new(
        "polite", [new ThreadText("left", Text("left", "right")), new ThreadText("right", Text("right", "left"))])
    {
        Variables = [new("left_wants", [0]), new("right_wants", [0]), new("passed", [0])],
    };

    private static string Text(string own, string other) =>
        $$"""
        {{own}}_wants = 1
        while {{other}}_wants == 1 {
          {{own}}_wants = 0
          {{own}}_wants = 1
        }
        passed += 1
        {{own}}_wants = 0
        """;
}
