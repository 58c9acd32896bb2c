using TwoDoors.Model.Recipe;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Scenarios.Recipe;

/// <summary>Reads the conditions that stand in properties, alone or in one another.</summary>
internal sealed class ConditionReader(RecipeNames names)
{
    /// <summary>The words a condition may begin with.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        "exists", "absent", "holds", "begins-with", "holds-at", "shorter", "same", "never-both", "never-neither",
        "acked", "implies", "all", "any",
    ];

    /// <summary>Reads <c>WORD: VALUE</c>.</summary>
    public SaidCondition Read(string word, Node value) => word switch
    {
        "exists" => Exists(Path(word, value)),
        "absent" => Absent(Path(word, value)),
        "holds" => Holds(new Fields(Keys(word, value), "holds.")),
        "begins-with" => BeginsWith(new Fields(Keys(word, value), "begins-with.")),
        "holds-at" => HoldsAt(new Fields(Keys(word, value), "holds-at.")),
        "shorter" => Shorter(new Fields(Keys(word, value), "shorter.")),
        "same" => Same(Pair(word, value)),
        "never-both" => NeverBoth(Pair(word, value)),
        "never-neither" => NeverNeither(Pair(word, value)),
        "acked" => Acked(Path(word, value)),
        "implies" => Implies(new Fields(Keys(word, value), "implies.")),
        "all" => All(Several(word, value)),
        _ => Any(Several(word, value)),
    };

    /// <summary>A path that the recipe knows.</summary>
    public FilePath Path(string key, Node node)
    {
        if (node is not Scalar { IsEmpty: false } text || !text.Text.StartsWith('/'))
            throw new ScenarioException(node.At, $"'{key}': expected an absolute path, found {node.Kind}");
        FilePath path = FilePath.Of(text.Text.Length > 1 ? text.Text.TrimEnd('/') : text.Text);
        names.Check(key, node.At, path);
        return path;
    }

    private static SaidCondition Exists(FilePath path) => new($"{path} is there", Conditions.Exists(path));

    private static SaidCondition Absent(FilePath path) => new($"{path} is not there", Conditions.Absent(path));

    private static SaidCondition Acked(FilePath path) =>
        new($"something was acked about {path}", RecipeClaims.Acked(path));

    private static SaidCondition Same((FilePath Left, FilePath Right) pair) =>
        new($"{pair.Left} and {pair.Right} hold the same", Conditions.Same(pair.Left, pair.Right));

    private static SaidCondition NeverBoth((FilePath Left, FilePath Right) pair) => new(
        $"{pair.Left} and {pair.Right} are not both there",
        view => Conditions.Absent(pair.Left)(view) is not null && Conditions.Absent(pair.Right)(view) is not null
            ? $"{pair.Left} and {pair.Right} are both there"
            : null);

    private static SaidCondition NeverNeither((FilePath Left, FilePath Right) pair) => new(
        $"{pair.Left} or {pair.Right} is there",
        Conditions.Any([Conditions.Exists(pair.Left), Conditions.Exists(pair.Right)]));

    private static SaidCondition All(IReadOnlyList<SaidCondition> parts) => new(
        string.Join(" and ", parts.Select(part => part.Says)),
        Conditions.All([.. parts.Select(part => part.Holds)]));

    private static SaidCondition Any(IReadOnlyList<SaidCondition> parts) => new(
        string.Join(" or ", parts.Select(part => part.Says)),
        Conditions.Any([.. parts.Select(part => part.Holds)]));

    private static Mapping Keys(string word, Node value) => value as Mapping
        ?? throw new ScenarioException(value.At, $"'{word}': expected its keys, found {value.Kind}");

    private SaidCondition Holds(Fields keys)
    {
        FilePath path = Path("holds.file", keys.Node("file", "a path"));
        Node alternatives = keys.Node("text", "a text or a list of alternatives");
        List<byte[]?> texts = TextValue.ReadSeveral("holds.text", alternatives);
        keys.Finish();
        return new($"{path} holds {string.Join(" or ", texts.Select(Content.Show))}", Conditions.Holds(path, texts));
    }

    private SaidCondition BeginsWith(Fields keys)
    {
        FilePath path = Path("begins-with.file", keys.Node("file", "a path"));
        byte[] text = TextValue.Read("begins-with.text", keys.Node("text", "a text"));
        keys.Finish();
        return new($"{path} begins with {Content.Show(text)}", Conditions.BeginsWith(path, text));
    }

    private SaidCondition HoldsAt(Fields keys)
    {
        FilePath path = Path("holds-at.file", keys.Node("file", "a path"));
        int offset = keys.Number("at", 0, 1 << 24);
        byte[] text = TextValue.Read("holds-at.text", keys.Node("text", "a text"));
        keys.Finish();
        return new($"{path} holds {Content.Show(text)} from byte {offset} on", Conditions.HoldsAt(path, offset, text));
    }

    private SaidCondition Shorter(Fields keys)
    {
        FilePath path = Path("shorter.file", keys.Node("file", "a path"));
        int length = keys.Number("than", 1, 1 << 24);
        keys.Finish();
        return new($"{path} has fewer than {length} bytes", Conditions.Shorter(path, length));
    }

    private SaidCondition Implies(Fields keys)
    {
        SaidCondition first = ReadOne("implies.if", keys.Node("if", "a condition"));
        SaidCondition second = ReadOne("implies.then", keys.Node("then", "a condition"));
        keys.Finish();
        return new(
            $"where {first.Says}, {second.Says}",
            Conditions.Implies(first.Holds, first.Says, second.Holds));
    }

    private SaidCondition ReadOne(string key, Node node)
    {
        if (node is not Mapping { Entries.Count: 1 } mapping)
            throw new ScenarioException(node.At, $"'{key}': expected one condition, as exists: /f, found {node.Kind}");
        Entry entry = mapping.Entries[0];
        return Words.Contains(entry.Key)
            ? Read(entry.Key, entry.Value)
            : throw new ScenarioException(entry.At, $"unknown condition '{entry.Key}'{Nearest.Hint(entry.Key, Words)}");
    }

    private List<SaidCondition> Several(string word, Node value)
    {
        if (value is not Sequence { Items.Count: > 0 } list)
            throw new ScenarioException(value.At, $"'{word}': expected a list of conditions, found {value.Kind}");
        return [.. list.Items.Select(item => ReadOne(word, item))];
    }

    private (FilePath Left, FilePath Right) Pair(string word, Node value)
    {
        if (value is not Sequence { Items.Count: 2 } list)
            throw new ScenarioException(value.At, $"'{word}': expected two paths, [/a, /b], found {value.Kind}");
        return (Path(word, list.Items[0]), Path(word, list.Items[1]));
    }
}

/// <summary>A condition and how it is said.</summary>
/// <param name="Says">Without a full stop.</param>
/// <param name="Holds">The condition.</param>
internal sealed record SaidCondition(string Says, Condition Holds);
