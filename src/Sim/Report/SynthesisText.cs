using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report;

/// <summary>A synthesis in words.</summary>
public static class SynthesisText
{
    /// <summary>How often the syncs of a set are called in an undisturbed run.</summary>
    /// <param name="found">The synthesis.</param>
    /// <param name="names">The set; null for all.</param>
    /// <param name="part">Only those of this part; null for all.</param>
    public static long Calls(Synthesis found, IReadOnlyList<string>? names = null, string? part = null) => found.Points
        .Where(point => names is null || names.Contains(point.Point.Name))
        .Where(point => part is null || point.Point.Part == part)
        .Sum(point => point.Calls);

    /// <summary>The parts of the protocol that have syncs, in order.</summary>
    public static IReadOnlyList<string> Parts(IEnumerable<Synthesis> all) =>
        [.. all.SelectMany(found => found.Points).Select(point => point.Point.Part).Distinct()];

    /// <summary>A set, each sync with its number of calls where that is not one.</summary>
    public static string Set(Synthesis found, IReadOnlyList<string> names) => names.Count == 0
        ? "none"
        : string.Join(", ", names.Select(name => Called(found.Points.First(point => point.Point.Name == name))));

    /// <summary>What is known of the sets that cost less.</summary>
    public static string Proof(Synthesis found)
    {
        SynthesisProof proof = found.Proof;
        if (found.Smallest.Count == 0)
            return found.IsProven ? $"no set holds: {Broken(found.Whole)}" : "not exhausted with every sync";
        string word = found.IsProven ? "proven" : "not proven";
        return $"{word} in {VerdictText.Count(proof.Explorations)} explorations; smaller sets: "
            + $"{VerdictText.Count(proof.Cheaper)}, explored: {VerdictText.Count(proof.CheaperExplored)}";
    }

    /// <summary>Why a smaller set will not do, in one line.</summary>
    public static string Needed(NeededSyncs needed)
    {
        string points = string.Join(", ", needed.Points);
        string found = needed.Verdict.Outcome == Outcome.Violates
            ? $"violates {Broken(needed.Verdict)}"
            : "was not exhausted within the limits: no violation, no proof";
        return $"without {points}: {found}";
    }

    private static string Called(SyncCost point) => point.Calls switch
    {
        1 => point.Point.Name,
        0 => $"{point.Point.Name} (after a crash)",
        _ => $"{point.Point.Name} x {point.Calls}",
    };

    private static string Broken(Verdict verdict) => string.Join(' ', verdict.Violations.Select(one => one.Property));
}
