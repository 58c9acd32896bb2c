using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Yaml = YamlDotNet.Core.Events;

namespace TwoDoors.Sim.Scenarios;

/// <summary>Reads YAML text into nodes that know their place.</summary>
/// <remarks>Anchors, aliases and several documents in a file are refused: a scenario is read by people.</remarks>
public sealed class Document
{
    // A value deeper than this is no scenario, and would exhaust the stack.
    private const int DepthMax = 50;

    private readonly string file;
    private readonly bool hasLines;
    private readonly Parser parser;
    private readonly string[] lines;
    private int depth;

    private Document(string file, bool hasLines, string text)
    {
        this.file = file;
        this.hasLines = hasLines;
        lines = text.Split('\n');
        parser = new Parser(new StringReader(text));
    }

    /// <summary>The nodes of a file.</summary>
    /// <param name="file">Its path, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="ScenarioException">It is not YAML, or not keys and values.</exception>
    public static Mapping Parse(string file, string text)
    {
        RefuseTabs(file, text);
        Node root = new Document(file, hasLines: true, text).Whole();
        return root as Mapping ?? throw new ScenarioException(root.At, $"expected keys and values, found {root.Kind}");
    }

    /// <summary>The node of a value given on the command line.</summary>
    /// <param name="option">The option as it was given, for messages.</param>
    /// <param name="text">The value, in YAML.</param>
    /// <exception cref="ScenarioException">It is not YAML.</exception>
    public static Node ParseValue(string option, string text) => text.Length == 0
        ? new Scalar(new Position(option, 0, 0), "", Plain: true)
        : new Document(option, hasLines: false, text).Whole();

    private static string Lower(string message) =>
        message.Length == 0 ? "unreadable" : char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');

    private static void RefuseTabs(string file, string text)
    {
        string[] lines = text.Split('\n');
        for (int line = 0; line < lines.Length; line++)
        {
            int indented = lines[line].AsSpan().IndexOfAnyExcept(' ', '\t', '\r');
            int tab = lines[line].IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0 && tab < indented)
                throw new ScenarioException(new(file, line + 1, tab + 1), "a tab cannot indent YAML; use spaces");
        }
    }

    private Node Whole()
    {
        try
        {
            return Root();
        }
        catch (YamlException broken)
        {
            throw new ScenarioException(At(broken.Start), $"broken YAML: {Lower(broken.Message)}");
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or OverflowException)
        {
            // The scanner reports some broken texts by exceptions that carry no place: the last good one is near.
            throw new ScenarioException(At(parser.Current?.End ?? Mark.Empty), "broken YAML after this");
        }
    }

    private Node Root()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out StreamEnd? end))
            throw new ScenarioException(At(end.Start), "the file is empty");
        parser.Consume<DocumentStart>();
        Node root = Value();
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out DocumentStart? second))
            throw new ScenarioException(At(second.Start), "a second document; a file holds one scenario");
        parser.Consume<StreamEnd>();
        return root;
    }

    private Node Value()
    {
        ParsingEvent next = parser.Consume<ParsingEvent>();
        if (next is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            throw new ScenarioException(At(next.Start), "anchors and aliases are not supported; write the value out");
        return next switch
        {
            Yaml.Scalar scalar => new Scalar(At(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain)
            {
                TextAt = TextAt(scalar),
            },
            SequenceStart or MappingStart when depth == DepthMax =>
                throw new ScenarioException(At(next.Start), $"nested more than {DepthMax} deep"),
            SequenceStart => Items(At(next.Start)),
            MappingStart => Entries(At(next.Start)),
            _ => throw new ScenarioException(At(next.Start), "expected a value"),
        };
    }

    private Sequence Items(Position at)
    {
        depth++;
        List<Node> items = [];
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(Value());
        depth--;
        return new Sequence(at, items);
    }

    private Mapping Entries(Position at)
    {
        depth++;
        List<Entry> entries = [];
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            Node key = Value();
            if (key is not Scalar { IsEmpty: false } name)
                throw new ScenarioException(key.At, $"expected a key, found {key.Kind}");
            if (entries.Find(entry => entry.Key == name.Text) is { } first)
                throw new ScenarioException(key.At, $"duplicate key '{name.Text}'; first in line {first.At.Line}");
            entries.Add(new Entry(key.At, name.Text, Value()));
        }

        depth--;
        return new Mapping(at, entries);
    }

    private Position TextAt(Yaml.Scalar scalar)
    {
        Position start = At(scalar.Start);
        if (!hasLines || scalar.Style == ScalarStyle.Plain)
            return start;
        if (scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted)
            return start with { Column = start.Column + 1 };
        for (int line = start.Line; line < lines.Length; line++)
        {
            int indented = lines[line].AsSpan().IndexOfAnyExcept(' ', '\r');
            if (indented >= 0)
                return new Position(file, start.Line + 1, indented + 1);
        }

        return start;
    }

    private Position At(Mark place) => hasLines
        ? new Position(file, (int)place.Line, (int)place.Column)
        : new Position(file, 0, 0);
}
