using System.Globalization;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Scenarios;

/// <summary>Reads the keys of one mapping. Reading a key declares it: what nobody read by <see cref="Finish"/> is an
/// unknown key. Every mistake is a <see cref="ScenarioException"/> with its place.</summary>
public sealed class Fields
{
    private readonly Mapping mapping;
    private readonly string path;
    private readonly List<string> declared = [];
    private readonly List<Fields> sections = [];

    /// <summary>Reads a mapping.</summary>
    /// <param name="mapping">What was written.</param>
    /// <param name="path">Dotted path of the mapping, empty for the root: messages name keys by it.</param>
    public Fields(Mapping mapping, string path = "")
    {
        this.mapping = mapping;
        this.path = path;
    }

    /// <summary>Where the mapping starts.</summary>
    public Position At => mapping.At;

    /// <summary>All that was written, in order, read or not.</summary>
    public IReadOnlyList<Entry> Entries => mapping.Entries;

    /// <summary>Declares a key and tells whether it was written.</summary>
    public bool Has(string key) => NodeOrNull(key) is not null;

    /// <summary>The value as it was written, or null; declares the key.</summary>
    public Node? NodeOrNull(string key)
    {
        if (!declared.Contains(key))
            declared.Add(key);
        return mapping.Find(key)?.Value;
    }

    /// <summary>The value of a key that must be there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="expected">What its value is, for the message, such as "a sentence".</param>
    public Node Node(string key, string expected) => NodeOrNull(key) ?? throw Missing(key, expected);

    /// <summary>A text that must be there and not be empty.</summary>
    public string Text(string key) => AsText(key, Node(key, "a text"));

    /// <summary>A text that may be left out.</summary>
    public string? TextOrNull(string key) => NodeOrNull(key) is { } node ? AsText(key, node) : null;

    /// <summary>A text with its place, that must be there.</summary>
    public Scalar Scalar(string key) => AsScalar(key, Node(key, "a text"), "a text");

    /// <summary>One of a closed set of words, that must be there.</summary>
    public string Word(string key, IReadOnlyList<string> words) =>
        AsWord(key, Node(key, $"one of: {string.Join(", ", words)}"), words);

    /// <summary>One of a closed set of words, or the fallback.</summary>
    public string Word(string key, IReadOnlyList<string> words, string fallback) =>
        NodeOrNull(key) is { } node ? AsWord(key, node, words) : fallback;

    /// <summary>A whole number that must be there.</summary>
    public int Number(string key, int min, int max) => (int)AsNumber(key, Node(key, "a number"), min, max);

    /// <summary>A whole number, or the fallback.</summary>
    public int Number(string key, int min, int max, int fallback) => (int)(NumberOrNull(key, min, max) ?? fallback);

    /// <summary>A whole number that may be left out.</summary>
    public long? NumberOrNull(string key, long min, long max) =>
        NodeOrNull(key) is { } node ? AsNumber(key, node, min, max) : null;

    /// <summary>true or false, or the fallback.</summary>
    public bool Flag(string key, bool fallback) => Word(key, ["true", "false"], fallback ? "true" : "false") == "true";

    /// <summary>One text or a list of texts; empty when left out.</summary>
    public IReadOnlyList<Scalar> Texts(string key)
    {
        if (NodeOrNull(key) is not { } node)
            return [];
        List<Scalar> texts = [];
        foreach (Node item in node is Sequence list ? list.Items : [node])
            texts.Add(AsScalar(key, item, "a text"));
        return texts;
    }

    /// <summary>One word or a list of different words of a closed set; empty when left out.</summary>
    public IReadOnlyList<string> Words(string key, IReadOnlyList<string> words)
    {
        List<string> found = [];
        foreach (Scalar text in Texts(key))
        {
            string word = AsWord(key, text, words);
            if (found.Contains(word))
                throw new ScenarioException(text.At, $"'{word}' is in '{path}{key}' twice");
            found.Add(word);
        }

        return found;
    }

    /// <summary>An absolute path that must be there.</summary>
    public FilePath Path(string key) => AsPath(key, Scalar(key));

    /// <summary>One absolute path or a list of them; empty when left out.</summary>
    public IReadOnlyList<FilePath> Paths(string key)
    {
        List<FilePath> paths = [];
        foreach (Scalar text in Texts(key))
            paths.Add(AsPath(key, text));
        return paths;
    }

    /// <summary>The keys below a key; without any where it was left out.</summary>
    public Fields Section(string key)
    {
        Node node = NodeOrNull(key) ?? new Mapping(mapping.At, []);
        return Below(key, node);
    }

    /// <summary>The keys below a key; null where it was left out.</summary>
    public Fields? SectionOrNull(string key) => NodeOrNull(key) is { } node ? Below(key, node) : null;

    /// <summary>A list of keys and values; empty when left out.</summary>
    public IReadOnlyList<Fields> Sections(string key)
    {
        if (NodeOrNull(key) is not { } node)
            return [];
        if (node is not Sequence list)
            throw new ScenarioException(node.At, $"'{path}{key}': expected a list, found {node.Kind}");
        List<Fields> found = [];
        foreach (Node item in list.Items)
            found.Add(Below($"{key}.{found.Count}", item));
        return found;
    }

    /// <summary>A mistake in the value of a key, or in the mapping where the key was left out.</summary>
    public ScenarioException Wrong(string key, string mistake) =>
        new(mapping.Find(key)?.Value.At ?? mapping.At, $"'{path}{key}': {mistake}");

    /// <summary>Ends the reading here and in all sections.</summary>
    /// <exception cref="ScenarioException">A key was written that nobody read.</exception>
    public void Finish()
    {
        foreach (Entry entry in mapping.Entries)
        {
            if (!declared.Contains(entry.Key))
                throw new ScenarioException(entry.At, $"unknown key '{path}{entry.Key}'{Hint(entry.Key, declared)}");
        }

        foreach (Fields section in sections)
            section.Finish();
    }

    private string Hint(string key, IReadOnlyList<string> valid) =>
        Nearest.Word(key, valid) is { } near ? $"; did you mean '{path}{near}'?" : Nearest.Hint(key, valid);

    private Fields Below(string key, Node node)
    {
        if (node is not Mapping below)
            throw new ScenarioException(node.At, $"'{path}{key}': expected keys and values, found {node.Kind}");
        Fields section = new(below, $"{path}{key}.");
        sections.Add(section);
        return section;
    }

    private ScenarioException Missing(string key, string expected)
    {
        foreach (Entry entry in mapping.Entries)
        {
            if (!declared.Contains(entry.Key) && Nearest.Word(entry.Key, [key]) is not null)
                return new(entry.At, $"unknown key '{path}{entry.Key}'; did you mean '{path}{key}'?");
        }

        return new(mapping.At, $"missing key '{path}{key}': {expected}");
    }

    private string AsText(string key, Node node) => AsScalar(key, node, "a text").Text;

    private Scalar AsScalar(string key, Node node, string expected) => node is Scalar { IsEmpty: false } scalar
        ? scalar
        : throw new ScenarioException(node.At, $"'{path}{key}': expected {expected}, found {node.Kind}");

    private string AsWord(string key, Node node, IReadOnlyList<string> words)
    {
        string word = AsScalar(key, node, $"one of: {string.Join(", ", words)}").Text;
        return words.Contains(word)
            ? word
            : throw new ScenarioException(node.At, $"'{path}{key}': unknown '{word}'{Nearest.Hint(word, words)}");
    }

    private FilePath AsPath(string key, Scalar text)
    {
        bool absolute = text.Text.StartsWith('/') && !text.Text.Contains('\0', StringComparison.Ordinal);
        return absolute
            ? FilePath.Of(text.Text)
            : throw new ScenarioException(text.At, $"'{path}{key}': expected an absolute path, found '{text.Text}'");
    }

    private long AsNumber(string key, Node node, long min, long max)
    {
        string text = AsScalar(key, node, "a number").Text;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
            throw new ScenarioException(node.At, $"'{path}{key}': expected a number, found '{text}'");
        return number >= min && number <= max
            ? number
            : throw new ScenarioException(node.At, $"'{path}{key}': {number} is out of range; expected {min} to {max}");
    }
}
