using System.Text.Json;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Report;

/// <summary>Reads the members of a JSON object that this program wrote. What does not fit is the mistake of who gave
/// the file: one line says so.</summary>
/// <param name="file">Its path, for messages.</param>
/// <param name="what">What the file was to be, such as "a part of an exploration".</param>
/// <param name="element">The object.</param>
internal sealed class JsonFields(string file, string what, JsonElement element)
{
    /// <summary>The names of the members, in order.</summary>
    public IReadOnlyList<string> Names => [.. element.EnumerateObject().Select(member => member.Name)];

    /// <summary>The file, for messages.</summary>
    public string File => file;

    /// <summary>The outermost object of a file.</summary>
    /// <param name="file">Its path, for messages.</param>
    /// <param name="what">What the file is to be.</param>
    /// <param name="format">What its member <c>format</c> is to say.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="ScenarioException">It is no such file.</exception>
    public static JsonFields Read(string file, string what, string format, string text)
    {
        JsonElement root;
        try
        {
            root = JsonElement.Parse(text);
        }
        catch (JsonException broken)
        {
            throw new ScenarioException(
                new(file, (int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1),
                $"is not {what}, or not all of it: broken JSON after this");
        }

        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("format", out JsonElement found)
            || found.ValueKind != JsonValueKind.String
            || found.GetString() != format)
        {
            throw new ScenarioException(new(file, 0, 0), $"is not {what}: expected the format {format}");
        }

        return new JsonFields(file, what, root);
    }

    /// <summary>True when there is such a member.</summary>
    public bool Has(string name) =>
        element.TryGetProperty(name, out JsonElement member) && member.ValueKind != JsonValueKind.Null;

    /// <summary>A text.</summary>
    public string Text(string name) => Member(name, JsonValueKind.String).GetString()!;

    /// <summary>A whole number, 0 or more.</summary>
    public long Number(string name)
    {
        bool good = Member(name, JsonValueKind.Number).TryGetInt64(out long number) && number >= 0;
        return good ? number : throw Wrong(name);
    }

    /// <summary>True or false.</summary>
    public bool Flag(string name)
    {
        bool good = element.TryGetProperty(name, out JsonElement member)
            && member.ValueKind is JsonValueKind.True or JsonValueKind.False;
        return good ? member.GetBoolean() : throw Wrong(name);
    }

    /// <summary>Bytes that <see cref="JsonText.WriteBytes"/> wrote.</summary>
    public byte[] Bytes(string name) => Bytes(name, Member(name, JsonValueKind.Array));

    /// <summary>Several of them.</summary>
    public IReadOnlyList<byte[]> ManyBytes(string name) =>
        [.. Items(name, JsonValueKind.Array).Select(one => Bytes(name, one))];

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        [.. Items(name, JsonValueKind.String).Select(one => one.GetString()!)];

    /// <summary>A list of numbers, each 0 or more.</summary>
    public IReadOnlyList<ulong> Numbers(string name) =>
    [
        .. Items(name, JsonValueKind.Number)
            .Select(one => one.TryGetUInt64(out ulong number) ? number : throw Wrong(name)),
    ];

    /// <summary>An object.</summary>
    public JsonFields Section(string name) => new(file, what, Member(name, JsonValueKind.Object));

    /// <summary>A list of objects.</summary>
    public IReadOnlyList<JsonFields> Sections(string name) =>
        [.. Items(name, JsonValueKind.Object).Select(one => new JsonFields(file, what, one))];

    /// <summary>The text of a member that is an object, as it is written.</summary>
    public string Raw(string name) => Member(name, JsonValueKind.Object).GetRawText();

    /// <summary>A member does not say what it must.</summary>
    public ScenarioException Wrong(string name) =>
        new(new(file, 0, 0), $"is not {what}, or was changed: '{name}' is missing or is not what it must be");

    private byte[] Bytes(string name, JsonElement list)
    {
        List<byte> bytes = [];
        foreach (JsonElement chunk in list.EnumerateArray())
        {
            bool good = chunk.ValueKind == JsonValueKind.String;
            bytes.AddRange(good && chunk.TryGetBytesFromBase64(out byte[]? part) ? part : throw Wrong(name));
        }

        return [.. bytes];
    }

    private IEnumerable<JsonElement> Items(string name, JsonValueKind kind) => Member(name, JsonValueKind.Array)
        .EnumerateArray()
        .Select(one => one.ValueKind == kind ? one : throw Wrong(name));

    private JsonElement Member(string name, JsonValueKind kind) =>
        element.TryGetProperty(name, out JsonElement member) && member.ValueKind == kind ? member : throw Wrong(name);
}
