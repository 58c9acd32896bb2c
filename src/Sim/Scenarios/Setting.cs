using System.Globalization;

namespace TwoDoors.Sim.Scenarios;

/// <summary>A scenario key set from outside the file.</summary>
/// <param name="Option">The option as the user gave it: messages cite it.</param>
/// <param name="Path">Dotted path, such as <c>faults.crashes</c>; a number is a place in a list, from 0.</param>
/// <param name="Value">In YAML.</param>
public sealed record Setting(string Option, string Path, string Value)
{
    /// <summary>Reads KEY=VALUE.</summary>
    /// <exception cref="ScenarioException">There is no key or no equals sign.</exception>
    public static Setting Parse(string text)
    {
        string option = $"--set {text}";
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        bool whole = equals > 0 && !text.AsSpan(0, equals).Contains("..", StringComparison.Ordinal)
            && text[0] != '.' && text[equals - 1] != '.';
        return whole
            ? new Setting(option, text[..equals], text[(equals + 1)..])
            : throw new ScenarioException(new(option, 0, 0), "expected KEY=VALUE, such as faults.crashes=3");
    }

    /// <summary>The document with this key set: replaced where it is, added where it is not.</summary>
    /// <exception cref="ScenarioException">The path leads through something that has no keys.</exception>
    public Mapping Apply(Mapping document) =>
        (Mapping)Put(document, Path.Split('.'), 0, Document.ParseValue(Option, Value));

    private Node Put(Node node, string[] keys, int depth, Node value)
    {
        if (depth == keys.Length)
            return value;
        if (node is Mapping mapping)
            return PutEntry(mapping, keys, depth, value);
        bool isPlace = int.TryParse(keys[depth], NumberStyles.None, CultureInfo.InvariantCulture, out int index);
        if (isPlace && node is Sequence list)
            return PutItem(list, index, keys, depth, value);
        throw Wrong($"'{string.Join('.', keys[..depth])}' has no keys; it is {node.Kind}");
    }

    private Mapping PutEntry(Mapping mapping, string[] keys, int depth, Node value)
    {
        Position here = new(Option, 0, 0);
        Entry? old = mapping.Find(keys[depth]);
        Node below = Put(old?.Value ?? new Mapping(here, []), keys, depth + 1, value);
        List<Entry> entries = [.. mapping.Entries];
        Entry put = new(below.At == here ? here : old?.At ?? here, keys[depth], below);
        if (old is null)
            entries.Add(put);
        else
            entries[entries.IndexOf(old)] = put;
        return mapping with { Entries = entries };
    }

    private Sequence PutItem(Sequence list, int index, string[] keys, int depth, Node value)
    {
        if (index >= list.Items.Count)
            throw Wrong($"'{string.Join('.', keys[..depth])}' has {list.Items.Count} items, the first is 0");
        List<Node> items = [.. list.Items];
        items[index] = Put(items[index], keys, depth + 1, value);
        return list with { Items = items };
    }

    private ScenarioException Wrong(string mistake) => new(new(Option, 0, 0), mistake);
}
