using System.Globalization;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report;

/// <summary>Verdicts and counts in words.</summary>
public static class VerdictText
{
    /// <summary>What is proven or found, such as "holds, any number of crashes"; without the witnesses.</summary>
    public static string Of(Verdict verdict) => verdict.Outcome switch
    {
        Outcome.Holds when verdict.Part is { Shard.IsWhole: false } part => $"nothing broken in part {part.Shard}",
        Outcome.Holds => $"holds, {Bound(verdict)}",
        Outcome.NotViolated => "not violated",
        _ => string.Join("; ", verdict.Violations.Select(found => $"violates {found.Property}")),
    };

    /// <summary>The bound of a search that was exhausted.</summary>
    public static string Bound(Verdict verdict) => verdict.CrashBound switch
    {
        _ when verdict.IsOfThreads => "in every schedule",
        null => "any number of crashes",
        0 => "without a crash",
        int bound => $"up to {Plural(bound, "crash", "crashes")}",
    };

    /// <summary>The size of a witness.</summary>
    public static string Size(Violation found)
    {
        string steps = $"{Plural(found.Switches, "switch", "switches")}, {Plural(found.Steps, "step", "steps")}";
        return found.IsOfThreads
            ? steps
            : $"{Plural(found.Crashes, "crash", "crashes")}, {steps}, {found.Lost} lost";
    }

    /// <summary>Whether anything can be left out of a counterexample; empty when nothing was tried.</summary>
    public static string Of(Minimality found) => found switch
    {
        { IsProved: true } =>
            $"1-minimal, proved by {found.ProofReplays} of {Plural(found.Replays, "replay", "replays")}",
        { Replays: > 0 } => $"not proved 1-minimal: {Plural(found.Replays, "replay", "replays")} ended before",
        _ => "",
    };

    /// <summary>The size of a witness, and whether it can be smaller.</summary>
    public static string SizeAndProof(Violation found)
    {
        string proof = Of(found.Minimality);
        return proof.Length == 0 ? Size(found) : $"{Size(found)}; {proof}";
    }

    /// <summary>Crash states: how many, of how many where a cap was hit.</summary>
    public static string Cuts(Verdict verdict) => verdict.Capped
        ? $"{Count(verdict.Counts.Cuts)} of {Short(verdict.Counts.CutsTotal)}, capped"
        : Count(verdict.Counts.Cuts);

    /// <summary>A number with its thousands apart.</summary>
    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number in three digits or so, such as 2.31 M.</summary>
    public static string Short(double number) => number switch
    {
        < 1_000 => number.ToString("0", CultureInfo.InvariantCulture),
        < 1_000_000 => (number / 1e3).ToString("0.##", CultureInfo.InvariantCulture) + " k",
        < 1e9 => (number / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + " M",
        _ => number.ToString("0.##E+0", CultureInfo.InvariantCulture),
    };

    /// <summary>A number and its noun.</summary>
    public static string Plural(long number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";
}
