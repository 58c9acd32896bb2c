using System.Text.RegularExpressions;

namespace TwoDoors.Tidy.Tests;

/// <summary>Scenarios as data, read here line by line so that this does not hang on the loader it checks.</summary>
internal static class ScenarioClaims
{
    private const string Whole = "scenario: a/x\nclaim: It holds.\nsource: rename(2)\nexpect: holds\ntwin: a/y\n";
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
                Tree.Of(("scenarios/a/x.yaml", Whole.Replace("twin: a/y\n", "", StringComparison.Ordinal))),
                Tree.Of(("scenarios/a/x.yaml", Whole), ("scenarios/a/y.yaml", Whole)),
            ],
            Good = Tree.Of(("scenarios/a/x.yaml", Whole), ("scenarios/a/y.yaml", Twin)),
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
            string name = Regex.Replace(file.Path, @"^scenarios/|\.yaml$", "");
            if (Value(file, "scenario") != name)
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
        where Value(file, "expect") == "holds"
        let twin = Value(file, "twin")
        let other = twin is null ? null : tree.Find($"scenarios/{twin}.yaml")
        where other is null || Value(other, "expect") == "holds"
        let fault = other is null ? "is no scenario" : "is not expected to break"
        select $"{file.Path}: holds, and its twin {twin ?? "(no key)"} {fault}";

    private static IEnumerable<string> Reports(Tree tree)
    {
        string[] expected = [.. Scenarios(tree).Select(file => $"reports/{file.Path[10..^5]}.md")];
        IEnumerable<string> documents = tree.Markdown.Select(file => file.Path);
        string[] there = [.. documents.Where(path => Regex.IsMatch(path, "^reports/.+/"))];
        return expected.Except(there).Select(path => $"{path} is missing: twodoors report makes it")
            .Concat(there.Except(expected).Select(path => $"{path} has no scenario"));
    }
}
