using System.Text.Json;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report;

/// <summary>Verdicts as JSON, format <c>twodoors-explore-1</c>: tools are built on it, so members are added and never
/// changed.</summary>
public static class JsonVerdicts
{
    /// <summary>Names the format; docs/json.md describes it.</summary>
    public const string Format = "twodoors-explore-1";

    /// <summary>The document.</summary>
    public static string Of(IReadOnlyList<Explored> results) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteAll("scenarios", results, result => Write(writer, result));
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, Explored result)
    {
        Verdict verdict = result.Verdict;
        writer.WriteString("scenario", result.Name);
        writer.WriteString("file", result.Scenario.File.File);
        writer.WriteString("claim", result.Scenario.File.Claim);
        writer.WriteString("system", result.Scenario.File.System.Text);
        writer.WriteString("profile", result.Scenario.Subject.Profile);
        writer.WritePairs("settings", result.Scenario.Subject.Settings);
        writer.WriteString("strategy", result.Scenario.File.Options.Strategy);
        writer.WriteNumber("seed", verdict.Seed);
        writer.WriteString("outcome", OutcomeName(verdict.Outcome));
        writer.WriteString("verdict", VerdictText.Of(verdict));
        writer.WriteString("expected", result.Scenario.File.Expect.ToString());
        writer.WriteBoolean("asExpected", result.IsExpected);
        writer.WriteBoolean("closed", verdict.Closed);
        if (verdict.CrashBound is { } bound)
            writer.WriteNumber("crashBound", bound);
        else
            writer.WriteNull("crashBound");
        writer.WriteBoolean("capped", verdict.Capped);
        WriteCounts(writer, verdict.Counts);
        writer.WriteAll("progression", verdict.Progression.Samples, sample =>
        {
            writer.WriteNumber("runs", sample.Runs);
            writer.WriteNumber("states", sample.States);
            writer.WriteNumber("expanded", sample.Expanded);
            writer.WriteNumber("cuts", sample.Cuts);
        });
        writer.WriteAll("firstBroken", verdict.Progression.Firsts, first =>
        {
            writer.WriteString("property", first.Property);
            writer.WriteNumber("run", first.Runs);
        });
        if (verdict.Executions is { } executions)
            writer.WriteNumber("executions", executions);
        writer.WriteNumber("elapsedMilliseconds", (long)result.Elapsed.TotalMilliseconds);
        writer.WriteString("hash", verdict.Hash);
        writer.WriteAll("violations", verdict.Violations.Index(), found =>
            Write(writer, found.Item, result.Timelines[found.Index]));
    }

    private static void WriteCounts(Utf8JsonWriter writer, Counts counts)
    {
        writer.WriteStartObject("counts");
        writer.WriteNumber("states", counts.States);
        writer.WriteNumber("runs", counts.Runs);
        writer.WriteNumber("steps", counts.Steps);
        writer.WriteNumber("cuts", counts.Cuts);
        if (double.IsFinite(counts.CutsTotal))
            writer.WriteNumber("cutsTotal", counts.CutsTotal);
        else
            writer.WriteNull("cutsTotal");
        writer.WriteNumber("replays", counts.Replays);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Violation found, Timeline timeline)
    {
        writer.WriteString("property", found.Property);
        writer.WriteString("says", found.Says);
        writer.WriteNumber("crashes", found.Crashes);
        writer.WriteNumber("switches", found.Switches);
        writer.WriteNumber("steps", found.Steps);
        writer.WriteNumber("lost", found.Lost);
        writer.WriteNumber("replays", found.Minimality.Replays);
        writer.WriteNumber("proofReplays", found.Minimality.ProofReplays);
        writer.WriteBoolean("minimal", found.Minimality.IsProved);
        JsonTimeline.Write(writer, timeline);
    }

    private static string OutcomeName(Outcome outcome) => outcome switch
    {
        Outcome.Holds => "holds",
        Outcome.NotViolated => "not-violated",
        _ => "violates",
    };
}
