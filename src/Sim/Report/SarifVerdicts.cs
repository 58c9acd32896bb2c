using System.Text.Json;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Report;

/// <summary>Alerts as SARIF 2.1.0: each at the call that opened the window, with the <c>expect</c> of its scenario
/// beside it and the witness as a code flow.</summary>
public static class SarifVerdicts
{
    /// <summary>The document.</summary>
    public static string Of(IReadOnlyList<Explored> results) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        WriteTool(writer);
        writer.WriteStartObject("automationDetails");
        writer.WriteString("id", "twodoors/explore/");
        writer.WriteEndObject();
        writer.WriteString("columnKind", "utf16CodeUnits");
        writer.WriteAll("results", Alert.Of(results), alert => Write(writer, alert));
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void WriteTool(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "twodoors");
        writer.WriteString("version", typeof(SarifVerdicts).Assembly.GetName().Version?.ToString(3));
        writer.WriteAll("rules", Alert.Rules, rule =>
        {
            writer.WriteString("id", rule.Key);
            WriteText(writer, "shortDescription", rule.Value);
            WriteText(writer, "fullDescription", rule.Value);
            writer.WriteStartObject("defaultConfiguration");
            writer.WriteString("level", rule.Key == "undecided" ? "warning" : "error");
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Alert alert)
    {
        ScenarioFile file = alert.Result.Scenario.File;
        writer.WriteString("ruleId", alert.Rule);
        writer.WriteNumber("ruleIndex", Alert.Rules.Index().First(rule => rule.Item.Key == alert.Rule).Index);
        writer.WriteString("level", alert.IsError ? "error" : "warning");
        WriteText(writer, "message", $"{alert.Title}: {alert.Text}");
        writer.WriteAll("locations", [alert.At], at => SarifPlace.Write(writer, at, null));
        writer.WriteAll("relatedLocations", [file.ExpectAt], at =>
        {
            writer.WriteNumber("id", 1);
            SarifPlace.Write(writer, at, $"the verdict that was reviewed: {file.Expect}");
        });
        writer.WriteStartObject("partialFingerprints");
        writer.WriteString("twodoorsScenarioAndClaim/v1", alert.Key);
        writer.WriteEndObject();
        if (alert.Timeline is not null)
            SarifFlow.Write(writer, alert.Timeline);
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }
}
