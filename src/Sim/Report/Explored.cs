using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Report;

/// <summary>A scenario and what came of it.</summary>
/// <param name="Scenario">What was explored, and how.</param>
/// <param name="Verdict">What was found.</param>
/// <param name="Timelines">One for each violation, in their order.</param>
/// <param name="Elapsed">How long it took: for progress and CI files, never for a report.</param>
public sealed record Explored(
    Scenario Scenario,
    Verdict Verdict,
    IReadOnlyList<Timeline> Timelines,
    TimeSpan Elapsed)
{
    /// <summary>Null, or how a witness failed to replay: then something is not deterministic, and the verdict is never
    /// the expected one.</summary>
    public string? Divergence { get; init; }

    /// <summary>The scenario's name.</summary>
    public string Name => Scenario.File.Name;

    /// <summary>True when other machines explore the rest: what is missing here proves nothing.</summary>
    public bool IsPart => Verdict.Part is { Shard.IsWhole: false };

    /// <summary>True when the verdict is the reviewed one; of a part, when it can be.</summary>
    public bool IsExpected => Divergence is null && (IsPart ? IsPossible : Scenario.File.Expect.IsMetBy(Verdict));

    /// <summary>True when it was to hold and the search ended before it could tell.</summary>
    public bool IsUndecided => IsPart
        ? Verdict.Outcome != Outcome.Violates && !Verdict.Part!.IsWhole
        : Scenario.File.Expect.Holds && Verdict.Outcome == Outcome.NotViolated;

    private bool IsPossible => (Verdict.Part!.IsWhole || Verdict.Outcome == Outcome.Violates)
        && Verdict.Violations.All(found => Scenario.File.Expect.Violates.Contains(found.Property));

    /// <summary>"yes", or what was expected instead.</summary>
    public string Judgement => IsExpected ? IsPart ? "merge tells" : "yes"
        : Divergence is null ? $"NO: {Scenario.File.Expect}" : "NO: a witness does not replay";
}
