using System.Text.Json;

namespace TwoDoors.Sim.Report;

/// <summary>Unexpected and undecided verdicts as SARIF 2.1.0, each at the <c>expect</c> of its scenario file.</summary>
public static class SarifVerdicts
{
    private static readonly KeyValuePair<string, string>[] Rules =
    [
        new("unexpected-verdict", "The verdict of a scenario is not the one that was reviewed."),
        new("undecided", "The search ended before a scenario that is expected to hold was exhausted."),
    ];

    /// <summary>The document.</summary>
    public static string Of(IReadOnlyList<Explored> results) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        WriteTool(writer);
        writer.WriteAll("results", results.Where(result => !result.IsExpected), result => Write(writer, result));
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void WriteTool(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "twodoors");
        writer.WriteAll("rules", Rules, rule =>
        {
            writer.WriteString("id", rule.Key);
            writer.WriteStartObject("shortDescription");
            writer.WriteString("text", rule.Value);
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Explored result)
    {
        writer.WriteString("ruleId", Rules[result.IsUndecided ? 1 : 0].Key);
        writer.WriteString("level", result.IsUndecided ? "warning" : "error");
        writer.WriteStartObject("message");
        IEnumerable<string> says = result.Verdict.Violations.Select(found => $"\n{found.Property}: {found.Says}");
        writer.WriteString(
            "text",
            $"{result.Name}: expected {result.Scenario.File.Expect}, found {VerdictText.Of(result.Verdict)}."
            + string.Concat(says));
        writer.WriteEndObject();
        writer.WriteAll("locations", [result.Scenario.File.ExpectAt], at =>
        {
            writer.WriteStartObject("physicalLocation");
            writer.WriteStartObject("artifactLocation");
            writer.WriteString("uri", result.Scenario.File.File);
            writer.WriteEndObject();
            writer.WriteStartObject("region");
            writer.WriteNumber("startLine", Math.Max(1, at.Line));
            writer.WriteNumber("startColumn", Math.Max(1, at.Column));
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
    }
}
