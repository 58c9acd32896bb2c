using System.Text.Json;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report;

/// <summary>An ablation as JSON, format <c>twodoors-ablate-1</c>: tools are built on it, so members are added and never
/// changed.</summary>
public static class JsonAblation
{
    /// <summary>Names the format; docs/json.md describes it.</summary>
    public const string Format = "twodoors-ablate-1";

    /// <summary>The document.</summary>
    public static string Of(string scenario, Ablation ablation) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteString("scenario", scenario);
        writer.WriteTexts("profiles", ablation.Profiles);
        writer.WriteAll("whole", ablation.Whole.Index(), cell =>
            Write(writer, ablation.Profiles[cell.Index], cell.Item));
        writer.WriteAll("syncs", ablation.Rows, row =>
        {
            writer.WriteString("sync", row.Point);
            writer.WriteAll("without", row.Cells.Index(), cell =>
                Write(writer, ablation.Profiles[cell.Index], cell.Item));
        });
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, string profile, Verdict? verdict)
    {
        writer.WriteString("profile", profile);
        writer.WriteString("outcome", Outcome(verdict));
        if (verdict is null)
            return;
        writer.WriteTexts("violates", verdict.Violations.Select(found => found.Property));
        writer.WriteBoolean("closed", verdict.Closed);
        writer.WriteNumber("states", verdict.Counts.States);
    }

    internal static string Outcome(Verdict? verdict) => verdict?.Outcome switch
    {
        null => "not-tried",
        Explore.Outcome.Holds => "holds",
        Explore.Outcome.NotViolated => "not-violated",
        _ => "violates",
    };
}
