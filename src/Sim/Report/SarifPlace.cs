using System.Text.Json;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Report;

/// <summary>Places as SARIF has them.</summary>
internal static class SarifPlace
{
    /// <summary>The members of a location that is open.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="at">The place; of an option instead of a file, no place is written.</param>
    /// <param name="message">What is there, or null.</param>
    public static void Write(Utf8JsonWriter writer, Position at, string? message)
    {
        if (at.Line > 0)
        {
            writer.WriteStartObject("physicalLocation");
            writer.WriteStartObject("artifactLocation");
            writer.WriteString("uri", Uri(at.File));
            if (!at.File.StartsWith('/'))
                writer.WriteString("uriBaseId", "%SRCROOT%");
            writer.WriteEndObject();
            writer.WriteStartObject("region");
            writer.WriteNumber("startLine", at.Line);
            writer.WriteNumber("startColumn", Math.Max(1, at.Column));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        if (message is null)
            return;
        writer.WriteStartObject("message");
        writer.WriteString("text", message);
        writer.WriteEndObject();
    }

    private static string Uri(string path)
    {
        string escaped = string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString));
        return path.StartsWith('/') ? $"file://{escaped}" : escaped;
    }
}
