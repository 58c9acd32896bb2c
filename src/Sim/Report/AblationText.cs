using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report;

/// <summary>The cells of an ablation in words.</summary>
public static class AblationText
{
    /// <summary>What a cell may hold besides claims, and what it means.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Legend { get; } =
    [
        new("redundant", "redundant here, proven: without this sync every claim still holds"),
        new("not violated", "nothing was found without it, and the search was not exhausted"),
        new("broken", "not tried: a claim fails with every sync in place"),
    ];

    /// <summary>With every sync in place.</summary>
    public static string Whole(Verdict verdict) => verdict.Outcome == Outcome.Holds ? "holds" : Cell(verdict);

    /// <summary>Without one sync: the claims that break, or a word of the legend.</summary>
    public static string Cell(Verdict? verdict) => verdict is { Outcome: Outcome.Violates }
        ? string.Join(' ', verdict.Violations.Select(found => found.Property))
        : Word(verdict);

    /// <summary>In one word, for tools: violates, or a word of the legend.</summary>
    public static string Word(Verdict? verdict) => verdict?.Outcome switch
    {
        null => "broken",
        Outcome.Violates => "violates",
        Outcome.Holds => "redundant",
        _ => "not violated",
    };
}
