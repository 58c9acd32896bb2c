using System.Globalization;
using System.Text;

namespace TwoDoors.Sim.Scenarios.Recipe;

/// <summary>Reads the content of a file as a recipe writes it: a text, <c>{ repeat: N, times: 6000 }</c>,
/// <c>{ zeros: 512 }</c>, <c>{ hex: 00ff }</c>, or a list of these, joined.</summary>
internal static class TextValue
{
    private const int LengthMax = 16 * 1024 * 1024;

    /// <summary>The bytes.</summary>
    /// <param name="key">The key whose value it is, for messages.</param>
    /// <param name="node">As written.</param>
    public static byte[] Read(string key, Node node)
    {
        byte[] bytes = node switch
        {
            Scalar { IsEmpty: false } scalar => Encoding.UTF8.GetBytes(scalar.Text),
            Mapping mapping => Made(key, new Fields(mapping, $"{key}.")),
            Sequence list => Joined(key, list),
            _ => throw new ScenarioException(
                node.At, $"'{key}': expected a text, found {node.Kind}; \"\" is the empty one"),
        };
        return bytes.Length <= LengthMax
            ? bytes
            : throw new ScenarioException(node.At, $"'{key}': more than {LengthMax} bytes");
    }

    /// <summary>The bytes, or null for the word <c>absent</c> without quotes.</summary>
    public static byte[]? ReadOrAbsent(string key, Node node) =>
        node is Scalar { Plain: true, Text: "absent" } ? null : Read(key, node);

    /// <summary>One or several of them; a list holds alternatives.</summary>
    public static List<byte[]?> ReadSeveral(string key, Node node)
    {
        List<byte[]?> texts = [];
        foreach (Node item in node is Sequence list ? list.Items : [node])
            texts.Add(ReadOrAbsent(key, item));
        return texts;
    }

    private static byte[] Made(string key, Fields form)
    {
        byte[] bytes;
        if (form.Has("zeros"))
            bytes = new byte[form.Number("zeros", 0, LengthMax)];
        else if (form.Has("hex"))
            bytes = Hex(form);
        else
            bytes = Repeated(key, form);
        form.Finish();
        return bytes;
    }

    private static byte[] Repeated(string key, Fields form)
    {
        byte[] once = Read($"{key}.repeat", form.Node("repeat", "a text"));
        int times = form.Number("times", 0, LengthMax);
        if ((long)once.Length * times > LengthMax)
            throw form.Wrong("times", $"more than {LengthMax} bytes");
        byte[] bytes = new byte[once.Length * times];
        for (int i = 0; i < times; i++)
            once.CopyTo(bytes, i * once.Length);
        return bytes;
    }

    private static byte[] Hex(Fields form)
    {
        string text = form.Text("hex");
        byte[] bytes = new byte[text.Length / 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            if (!byte.TryParse(text.AsSpan(i * 2, 2), NumberStyles.AllowHexSpecifier, null, out bytes[i]))
                throw form.Wrong("hex", $"'{text.Substring(i * 2, 2)}' is no byte; expected two digits of 0-9a-f each");
        }

        return text.Length % 2 == 0 ? bytes : throw form.Wrong("hex", "an odd number of digits");
    }

    private static byte[] Joined(string key, Sequence list)
    {
        List<byte> joined = [];
        foreach (Node item in list.Items)
        {
            joined.AddRange(Read(key, item));
            if (joined.Count > LengthMax)
                break;
        }

        return [.. joined];
    }
}
