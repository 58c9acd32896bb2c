using TwoDoors.Model.Claims;
using TwoDoors.Model.Recipe;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Scenarios.Recipe;

/// <summary>Reads the key <c>properties</c> of a recipe.</summary>
internal sealed class ClaimReader(RecipeNames names, Func<FilePath, FileVersions> versionsOf)
{
    private static readonly string[] AboutVersions =
        ["old-or-new", "acked-survives", "acked-prefix", "absent-or-complete", "prefix", "no-garbage"];

    private static readonly string[] AboutDeliveries = ["no-duplicate", "no-corrupt"];

    private static readonly string[] Words = [.. AboutVersions, .. AboutDeliveries, .. ConditionReader.Words];

    private readonly ConditionReader conditions = new(names);

    /// <summary>The files that old-or-new, acked-survives and acked-prefix are about, before anything is checked: a
    /// promise that names no file is about the only one.</summary>
    public static IReadOnlyList<FilePath> Claimed(Fields keys)
    {
        List<FilePath> claimed = [];
        foreach (Node item in (keys.NodeOrNull("properties") as Sequence)?.Items ?? [])
        {
            Entry first = Written(item).Entries[0];
            if (!AboutVersions.Take(3).Contains(first.Key))
                continue;
            Node value = first.Value;
            Node file = (value as Mapping)?.Find("file")?.Value ?? value;
            foreach (Node path in file is Sequence list ? list.Items : [file])
            {
                if (path is Scalar { Text.Length: > 1 } text && !claimed.Contains(text.Text.TrimEnd('/')))
                    claimed.Add(text.Text.TrimEnd('/'));
            }
        }

        return claimed;
    }

    /// <summary>Reads all of them.</summary>
    public List<Property> ReadAll(Fields keys)
    {
        Node node = keys.Node("properties", "a list of claims");
        if (node is not Sequence { Items.Count: > 0 } list)
            throw new ScenarioException(node.At, $"'properties': expected a list of claims, found {node.Kind}");
        List<Property> properties = [];
        foreach (Node item in list.Items)
        {
            Property property = Read(item);
            if (properties.Any(known => known.Name == property.Name))
                throw new ScenarioException(item.At, $"two properties are called '{property.Name}'; give one a 'name'");
            properties.Add(property);
        }

        return properties;
    }

    // A claim without a value may be written as its word alone.
    private static Mapping Written(Node item)
    {
        Mapping mapping = item switch
        {
            Mapping { Entries.Count: > 0 } given => given,
            Scalar { IsEmpty: false } word =>
                new Mapping(word.At, [new Entry(word.At, word.Text, new Scalar(word.At, "", Plain: true))]),
            _ => throw new ScenarioException(item.At, $"'properties': expected a claim, found {item.Kind}"),
        };
        Entry first = mapping.Entries[0];
        return Words.Contains(first.Key)
            ? mapping
            : throw new ScenarioException(first.At, $"unknown property '{first.Key}'{Nearest.Hint(first.Key, Words)}");
    }

    private static ClaimTime When(Fields claim, ClaimTime otherwise) => !claim.Has("when")
        ? otherwise
        : claim.Word("when", ["at-end", "always", "sometimes"]) switch
        {
            "at-end" => ClaimTime.AtEnd,
            "always" => ClaimTime.Always,
            _ => ClaimTime.Sometimes,
        };

    private static string Name(Fields claim, string word)
    {
        string name = claim.TextOrNull("name") ?? word;
        return name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? name
            : throw claim.Wrong("name", $"expected lower-case letters, digits and dashes, found '{name}'");
    }

    private static string Says(SaidCondition said) => char.ToUpperInvariant(said.Says[0]) + said.Says[1..] + ".";

    private Property Read(Node item)
    {
        Mapping mapping = Written(item);
        Entry first = mapping.Entries[0];
        Fields claim = new(mapping);
        bool always = AboutDeliveries.Contains(first.Key);
        SaidCondition said = Condition(first.Key, claim.NodeOrNull(first.Key)!);
        Property property = new(
            Name(claim, first.Key),
            Says(said),
            When(claim, always ? ClaimTime.Always : ClaimTime.AtEnd),
            new(said.Holds));
        claim.Finish();
        return property;
    }

    private SaidCondition Condition(string word, Node value) => word switch
    {
        "acked-survives" => AckedSurvives(value),
        "acked-prefix" => AckedPrefix(conditions.Path(word, value)),
        "no-duplicate" => new("nothing is delivered twice without a crash between", RecipeClaims.NoDuplicate),
        "no-corrupt" => NoCorrupt(value),
        _ when AboutVersions.Contains(word) => AboutFile(word, value),
        _ => conditions.Read(word, value),
    };

    private SaidCondition AckedSurvives(Node value)
    {
        List<FilePath> paths = [];
        foreach (Node item in value is Sequence list ? list.Items : [value])
            paths.Add(conditions.Path("acked-survives", item));
        List<Condition> all = [];
        foreach (FilePath path in paths)
        {
            FileVersions versions = Promised("acked-survives", value, path);
            all.Add(names.IsDirectory(path)
                ? RecipeClaims.AckedInDirectory(path)
                : RecipeClaims.AckedSurvives(versions));
        }

        return new($"what was acked is in {string.Join(" and ", paths)}", Conditions.All(all));
    }

    private SaidCondition AckedPrefix(FilePath path) =>
        new($"{path} begins with everything that was acked", RecipeClaims.AckedPrefix(path));

    private SaidCondition NoCorrupt(Node value)
    {
        if (value is Scalar { IsEmpty: true })
            throw new ScenarioException(value.At, "'no-corrupt': expected the texts that may be delivered");
        List<byte[]?> texts = TextValue.ReadSeveral("no-corrupt", value);
        return new("nothing is delivered that nobody sent", RecipeClaims.NoCorruptDelivery(texts));
    }

    private SaidCondition AboutFile(string word, Node value)
    {
        Fields? form = value is Mapping mapping ? new Fields(mapping, $"{word}.") : null;
        FilePath path = conditions.Path(word, form is null ? value : form.Node("file", "a path"));
        List<byte[]?> texts = Texts(word, value, path, form);
        form?.Finish();
        return word switch
        {
            "old-or-new" => new($"{path} holds all of the old text or all of the new", Conditions.Holds(path, texts)),
            "absent-or-complete" => new($"{path} is absent or complete", Conditions.Holds(path, [null, .. texts])),
            "prefix" => new($"{path} holds a beginning of what was written", Conditions.PrefixOf(path, texts)),
            _ => new($"{path} holds nothing that nobody wrote", Conditions.NoGarbage(path, texts)),
        };
    }

    // The given text and the new ones: those that are acked, unless the claim itself says which.
    private List<byte[]?> Texts(string word, Node value, FilePath path, Fields? form)
    {
        byte[]? old = form?.NodeOrNull("old") is { } said
            ? TextValue.ReadOrAbsent($"{word}.old", said)
            : versionsOf(path).Given;
        if (form?.NodeOrNull("new") is { } texts)
            return [old, .. TextValue.ReadSeveral($"{word}.new", texts)];
        return [old, .. Promised(word, value, path).New.SelectMany(promised => promised)];
    }

    private FileVersions Promised(string word, Node value, FilePath path)
    {
        FileVersions versions = versionsOf(path);
        if (versions.New.Any(texts => texts.Count > 0))
            return versions;
        string remedy = word == "acked-survives" ? "" : $"; or write {word}: {{ file: {path}, new: TEXT }}";
        throw new ScenarioException(value.At, $"'{word}': no step acks anything about {path}{remedy}");
    }
}
