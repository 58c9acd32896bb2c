using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TwoDoors.Model.Script;

/// <summary>A run as JSON, format twodoors-posix-1.</summary>
/// <remarks>
/// <para>One object, on one line:</para>
/// <code>
/// { "format": "twodoors-posix-1", "script": FILE,
///   "steps": [ { "line": 2, "process": 1, "command": "mkdir \"d\" 0o777", "answer": "Ok", VALUES... }, ... ] }
/// </code>
/// <para>answer is "Ok", the name of an errno, "no such process", "process exists", or "unsupported" for a call
/// that is not made: SEEK_DATA and SEEK_HOLE have no port, and positions in a directory are its file system's own.
/// </para>
/// <para>VALUES, only with "Ok": descriptor (open), stream (opendir), count (write), bytes (read), position (lseek),
/// entry (readdir; null at the end), entries (readdir of a path), target (readlink), mask (umask: the former one),
/// kind, mode, links, uid, gid and, but for directories, size (stat, lstat, fstat); tree (dump): a list of { "path",
/// kind, mode, links, uid, gid, size, and bytes or, for more than 1024 of them, sha256; target; errno where a look
/// failed } in byte order of the paths. Bytes are UTF-8 with \xHH for what is none, for control bytes and for the
/// backslash. Numbers are the script's own: descriptors from 3, streams from 1. A directory stream is read whole at
/// its first readdir and handed out in byte order, without "." and "..".</para>
/// </remarks>
public static class ScriptJson
{
    /// <summary>The version of the format.</summary>
    public const string Format = "twodoors-posix-1";

    /// <summary>The run as UTF-8, without a line end.</summary>
    public static ReadOnlyMemory<byte> Write(ScriptRun run)
    {
        ArrayBufferWriter<byte> bytes = new();
        JsonWriterOptions options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using Utf8JsonWriter json = new(bytes, options);
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("script", run.Script.Name);
        json.WriteStartArray("steps");
        foreach (ScriptStep step in run.Steps)
            Write(json, step);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, ScriptStep step)
    {
        json.WriteStartObject();
        json.WriteNumber("line", step.Command.Line);
        json.WriteNumber("process", step.Command.Process);
        json.WriteString("command", step.Command.Text);
        json.WriteString("answer", step.Answer);
        Write(json, step.Facts);
        if (step.Entries is not null)
        {
            json.WriteStartArray("entries");
            foreach (string name in step.Entries)
                json.WriteStringValue(name);
            json.WriteEndArray();
        }

        if (step.Tree is not null)
        {
            json.WriteStartArray("tree");
            foreach (ScriptEntry entry in step.Tree)
            {
                json.WriteStartObject();
                json.WriteString("path", entry.Path);
                Write(json, entry.Facts);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<ScriptFact> facts)
    {
        foreach (ScriptFact fact in facts)
        {
            if (fact.Number is { } number)
                json.WriteNumber(fact.Name, number);
            else
                json.WriteString(fact.Name, fact.Text);
        }
    }
}
