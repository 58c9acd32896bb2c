using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TwoDoors.Sim.Report;

/// <summary>JSON as all files here have it: indented, and readable where the text is not ASCII.</summary>
internal static class JsonText
{
    private const int ChunkBytes = 3 << 18;

    private static readonly JsonWriterOptions Style = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text that a function writes.</summary>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter writer = new(bytes, Style))
            write(writer);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>A list of texts under a name.</summary>
    public static void WriteTexts(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    /// <summary>A list of things under a name.</summary>
    public static void WriteAll<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> things, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (T thing in things)
        {
            writer.WriteStartObject();
            write(thing);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Keys and values under a name.</summary>
    public static void WritePairs(
        this Utf8JsonWriter writer,
        string name,
        IEnumerable<KeyValuePair<string, string>> pairs)
    {
        writer.WriteStartObject(name);
        foreach (KeyValuePair<string, string> pair in pairs)
            writer.WriteString(pair.Key, pair.Value);
        writer.WriteEndObject();
    }

    /// <summary>Bytes under a name: a list of texts in base64, because one text may only be so long.</summary>
    public static void WriteBytes(this Utf8JsonWriter writer, string name, ReadOnlySpan<byte> bytes)
    {
        writer.WritePropertyName(name);
        writer.WriteByteItems(bytes);
    }

    /// <summary>The same in a list.</summary>
    public static void WriteByteItems(this Utf8JsonWriter writer, ReadOnlySpan<byte> bytes)
    {
        writer.WriteStartArray();
        for (; bytes.Length > ChunkBytes; bytes = bytes[ChunkBytes..])
            writer.WriteBase64StringValue(bytes[..ChunkBytes]);
        if (bytes.Length > 0)
            writer.WriteBase64StringValue(bytes);
        writer.WriteEndArray();
    }
}
