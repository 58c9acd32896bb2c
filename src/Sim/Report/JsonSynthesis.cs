using System.Text.Json;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report;

/// <summary>Syntheses as JSON, format <c>twodoors-synthesize-1</c>: tools are built on it, so members are added and
/// never changed.</summary>
public static class JsonSynthesis
{
    /// <summary>Names the format; docs/json.md describes it.</summary>
    public const string Format = "twodoors-synthesize-1";

    /// <summary>The document.</summary>
    public static string Of(string scenario, IReadOnlyList<Synthesis> all) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteString("scenario", scenario);
        writer.WriteAll("profiles", all, found => Write(writer, found));
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, Synthesis found)
    {
        writer.WriteString("profile", found.Profile);
        writer.WriteBoolean("proven", found.IsProven);
        writer.WriteString("whole", JsonAblation.Outcome(found.Whole));
        writer.WriteTexts("violates", found.Whole.Violations.Select(broken => broken.Property));
        writer.WriteAll("syncs", found.Points, point =>
        {
            writer.WriteString("sync", point.Point.Name);
            writer.WriteString("part", point.Point.Part);
            writer.WriteNumber("calls", point.Calls);
            writer.WriteBoolean("mayGo", point.MayGo);
        });
        writer.WriteNumber("calls", SynthesisText.Calls(found));
        writer.WriteAll("smallest", found.Smallest, set =>
        {
            writer.WriteNumber("calls", SynthesisText.Calls(found, set));
            writer.WriteTexts("syncs", set);
        });
        writer.WriteAll("needed", found.Needed, needed =>
        {
            writer.WriteTexts("oneOf", needed.Points);
            writer.WriteString("outcome", JsonAblation.Outcome(needed.Verdict));
            writer.WriteTexts("violates", needed.Verdict.Violations.Select(broken => broken.Property));
        });
        writer.WriteNumber("explorations", found.Proof.Explorations);
        writer.WriteNumber("cheaper", found.Proof.Cheaper);
        writer.WriteNumber("cheaperExplored", found.Proof.CheaperExplored);
    }
}
