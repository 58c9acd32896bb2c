using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Threads that add to one, two or three counters one after the other: additions do not commute, so there are
/// (N!)^k traces; with a writer beside one counter (N + 1)!.</summary>
internal static class Increments
{
    private const string Origin = "GenMC, tests/correct/synthetic: Kokologiannakis, Raad, Vafeiadis, POPL 2018";

    /// <summary>One counter.</summary>
    public static CatalogueProgram Ainc { get; } = Counters("ainc", "N threads add to one counter: N! traces", "x");

    /// <summary>Two counters.</summary>
    public static CatalogueProgram Binc { get; } =
        Counters("binc", "N threads add to two counters: (N!)^2 traces", "x", "y");

    /// <summary>Three counters.</summary>
    public static CatalogueProgram Cinc { get; } =
        Counters("cinc", "N threads add to three counters: (N!)^3 traces", "x", "y", "z");

    /// <summary>One counter and a writer.</summary>
    public static CatalogueProgram Wainc { get; } = new(
        "wainc", "one writer, N threads add to the same variable: (N+1)! traces", [new("adders", 3, Most: 40)],
        N => new(
            $"wainc({N[0]})",
            [
                new ThreadText("writer", "x = 42"),
                .. Enumerable.Range(1, N[0]).Select(i => new ThreadText($"adder{i}", "r = fetch_add(x, 1)")),
            ])
        {
            Variables = [new("x", [0])],
        })
    {
        Source = Origin,
    };

    private static CatalogueProgram Counters(string name, string says, params string[] counters) => new(
        name, says, [new("adders", 3, Most: 40)], numbers => Of(name, numbers[0], counters))
    {
        Source = Origin,
    };

    private static ProgramText Of(string name, int adders, string[] counters)
    {
        string text = string.Join("; ", counters.Select(counter => $"r = fetch_add({counter}, 1)"));
        return new ProgramText(
            $"{name}({adders})",
            [.. Enumerable.Range(1, adders).Select(i => new ThreadText($"adder{i}", text))])
        {
            Variables = [.. counters.Select(counter => new KeyValuePair<string, int[]>(counter, [0]))],
        };
    }
}
