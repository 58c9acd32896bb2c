using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TwoDoors.Model.Spool;
using TwoDoors.Model.World;

namespace TwoDoors.Real.Cli;

/// <summary>The schema <c>twodoorsd-spool-1</c>, described in docs/twodoorsd-spool-1.md.</summary>
internal static class SpoolJson
{
    private const string Schema = "twodoorsd-spool-1";

    // The output goes to programs and terminals, never into a web page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One object on one line.</summary>
    /// <param name="command">Which command.</param>
    /// <param name="kind">"batch" or "end".</param>
    /// <param name="totals">What it did.</param>
    public static string Line(string command, string kind, SpoolTotals totals)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("event", kind);
            json.WriteString("command", command);
            json.WriteString("end", Word(totals.End));
            Names(json, "messages", totals.Messages);
            json.WriteNumber("takenBack", totals.RolledBack);
            json.WriteNumber("finished", totals.RolledForward);
            json.WriteStartArray("failures");
            foreach (SpoolFailure failure in totals.Failures)
                Failure(json, failure);
            json.WriteEndArray();
            Names(json, "unexpected", totals.Unexpected);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A failure for people: path, call, errno and what it means.</summary>
    public static string Sentence(SpoolFailure failure) => failure.Reason is { } reason
        ? $"{failure.Path}: {failure.Call}: {reason}"
        : $"{failure.Path}: {failure.Call}: {failure.Errno}: {ErrnoMeaning.Of(failure.Errno)}";

    private static void Failure(Utf8JsonWriter json, SpoolFailure failure)
    {
        json.WriteStartObject();
        json.WriteString("path", failure.Path.ToString());
        json.WriteString("call", failure.Call);
        if (failure.Errno == Errno.Ok)
            json.WriteNull("errno");
        else
            json.WriteString("errno", failure.Errno.ToString());
        json.WriteString("text", Sentence(failure));
        json.WriteEndObject();
    }

    private static void Names(Utf8JsonWriter json, string property, IEnumerable<FilePath> names)
    {
        json.WriteStartArray(property);
        foreach (FilePath name in names)
            json.WriteStringValue(name.ToString());
        json.WriteEndArray();
    }

    private static string Word(SpoolEnd end) => end switch
    {
        SpoolEnd.Done => "done",
        SpoolEnd.Busy => "busy",
        SpoolEnd.Failed => "failed",
        SpoolEnd.Stopped => "stopped",
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, "No such end."),
    };
}
