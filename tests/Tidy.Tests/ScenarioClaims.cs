using System.Text.RegularExpressions;

namespace TwoDoors.Tidy.Tests;

/// <summary>Scenarios as data, read here line by line so that this does not hang on the loader it checks.</summary>
internal static class ScenarioClaims
{
    private const string Alone = "scenario: a/x\nclaim: It holds.\nsource: rename(2)\nexpect: holds\n";
    private const string Whole = Alone + "twin: a/y\n";
    private const string Twin = "scenario: a/y\nclaim: It breaks.\nsource: rename(2)\nexpect: { violates: no-loss }\n";

    public static IReadOnlyList<Claim> All { get; } =
    [
        new("a scenario is named after its file and says claim, source and verdict", Heads)
        {
            Bad =
            [
                Tree.Of(("scenarios/a/z.yaml", Whole)),
                Tree.Of(("scenarios/a/x.yaml", Whole.Replace("source: rename(2)\n", "", StringComparison.Ordinal))),
                Tree.Of(("scenarios/a/x.yml", Whole)),
            ],
            Good = Tree.Of(("scenarios/a/x.yaml", Whole), ("scenarios/a/y.yaml", "# A comment.\n" + Twin)),
        },
        new("a scenario that holds has a broken twin", Twins)
        {
            Bad =
            [
                Tree.Of(("scenarios/a/x.yaml", Whole)),
                Tree.Of(("scenarios/a/x.yaml", Whole), ("scenarios/a/y.yaml", Whole)),
                Tree.Of(("scenarios/a/x.yaml", Alone), ("scenarios/a/y.yaml", Twin)),
            ],
            Good = Tree.Of(
                ("scenarios/a/x.yaml", Whole),
                ("scenarios/a/y.yaml", Twin),
                ("scenarios/a/v.yaml", Alone + "twin: [a/x, a/y]\n"),
                ("scenarios/a/u.yaml", Alone),
                ("scenarios/a/w.yaml", Twin + "twin:\n  - a/u\n")),
        },
        new("every scenario has its report, and every report its scenario", Reports)
        {
            Bad =
            [
                Tree.Of(("scenarios/a/x.yaml", Whole)),
                Tree.Of(("reports/a/x.md", "# a/x")),
            ],
            Good = Tree.Of(("scenarios/a/x.yaml", Whole), ("reports/a/x.md", "# a/x"), ("reports/README.md", "")),
        },
    ];

    private static IEnumerable<SourceFile> Scenarios(Tree tree) =>
        tree.Files.Where(file => Regex.IsMatch(file.Path, @"^scenarios/.*\.ya?ml$"));

    private static string? Value(SourceFile file, string key) =>
        Regex.Match(file.Text, $@"^{key}:[ \t]*(.*)$", RegexOptions.Multiline) is { Success: true } match
            ? match.Groups[1].Value.Trim().Trim('"', '\'')
            : null;

    private static IEnumerable<string> Heads(Tree tree)
    {
        foreach (SourceFile file in Scenarios(tree))
        {
            string name = NameOf(file);
            if (!file.Path.EndsWith(".yaml", StringComparison.Ordinal) || Value(file, "scenario") != name)
                yield return $"{file.Path}: scenario is {Value(file, "scenario") ?? "missing"}, not {name}";
            foreach (string key in new[] { "claim", "source", "expect" })
            {
                if (Value(file, key) is null)
                    yield return $"{file.Path}: no {key}";
            }
        }
    }

    private static IEnumerable<string> Twins(Tree tree) =>
        from file in Scenarios(tree)
        where Holds(file)
        let named = TwinsOf(file).Select(twin => tree.Find($"scenarios/{twin}.yaml")).OfType<SourceFile>()
        let naming = Scenarios(tree).Where(other => TwinsOf(other).Contains(NameOf(file)))
        where !named.Concat(naming).Any(other => !Holds(other))
        select $"{file.Path}: holds, and no scenario that breaks is its twin";

    private static bool Holds(SourceFile file) => Value(file, "expect") == "holds";

    private static string NameOf(SourceFile file) => file.Path["scenarios/".Length..^".yaml".Length];

    /// <summary>One name, a list in brackets, or a list of lines.</summary>
    private static string[] TwinsOf(SourceFile file) =>
        Regex.Match(file.Text, @"^twin:(.*(?:\n[ \t]*- .*)*)", RegexOptions.Multiline).Groups[1].Value
            .Split([' ', ',', '[', ']', '\n', '"'], StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Reports(Tree tree)
    {
        string[] expected = [.. Scenarios(tree).Select(file => $"reports/{NameOf(file)}.md")];
        IEnumerable<string> documents = tree.Markdown.Select(file => file.Path);
        string[] there = [.. documents.Where(path => Regex.IsMatch(path, "^reports/.+/"))];
        return expected.Except(there).Select(path => $"{path} is missing: twodoors report makes it")
            .Concat(there.Except(expected).Select(path => $"{path} has no scenario"));
    }
}
