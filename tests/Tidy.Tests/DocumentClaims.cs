using System.Text.RegularExpressions;

namespace TwoDoors.Tidy.Tests;

/// <summary>What the documents promise, and what no file may give away.</summary>
internal static class DocumentClaims
{
    private const string Self = "tests/Tidy.Tests/DocumentClaims.cs";
    private const string Homes = @"(?<![\w./-])(/work|/home/\w+|/root|/Users/\w+|/tmp/wt)(?=/|\b(?![\w.-]))";
    private const string Hosts = @"\b(?:[a-z0-9-]+\.)+(?:internal|corp|lan|local)\b|\bnuget\.org\b|localhost:\d+";
    private const string Link = @"(?<!!)\[[^\]\n]*\]\((?<to>[^)\s]+)\)";
    private const string Named = @"`(?<to>(src|tests|docs|eng|scenarios|reports|bench|optional|\.ci)/[\w./-]*\w)`";

    private static readonly string[] Quoted =
    [
        "docs.kernel.org", "github.com", "json-schema.org", "json.schemastore.org", "man7.org", "pubs.opengroup.org",
        "www.usenix.org",
    ];

    public static IReadOnlyList<Claim> All { get; } =
    [
        new("no file names a place on somebody's machine", Places)
        {
            Bad =
            [
                Tree.Of(("docs/A.md", "see /work" + "/main")),
                Tree.Of(("src/A.cs", "\"/home/ann/x\"")),
                Tree.Of(("check", "cd /root/x")),
                Tree.Of(("a.yaml", Tree.Root)),
            ],
            Good = Tree.Of(("docs/A.md", "Explore/Workers.cs; --workers 2; the /workers path; spool/work/x; ./root/")),
        },
        new("no file names a host that it need not", Addresses)
        {
            Bad =
            [
                Tree.Of(("a.props", "https://packages.example.com/v3/index.json")),
                Tree.Of(("docs/A.md", "packages.build.internal")),
            ],
            Good = Tree.Of(("docs/A.md", "https://man7.org/linux/man-pages/man2/fsync.2.html and internal.")),
        },
        new("a link in a document leads somewhere", Links)
        {
            Bad =
            [
                Tree.Of(("docs/A.md", "[b](B.md)")),
                Tree.Of(("README.md", "[b](docs/B.md#top)"), ("docs/B.md", "# Bottom")),
                Tree.Of(("README.md", "`src/Sim/Nowhere`")),
            ],
            Good = Tree.Of(
                ("docs/A.md", "[b](B.md#top-part) `src/Sim` [a](#x)\n# X"),
                ("docs/B.md", "## Top, part"),
                ("src/Sim/A.cs", "")),
        },
        new("FAULTS.md speaks of every profile and every fault", Faults)
        {
            Bad =
            [
                Tree.Of(("docs/FAULTS.md", "`a`"), ("src/Sim/Scenarios/FaultKeys.cs", "Kinds { get; } =\n[\"b\"];")),
                Tree.Of(("docs/FAULTS.md", "`a`"), ("src/Sim/Scenarios/DiskKeys.cs", "Profiles => [\"b\"];")),
            ],
            Good = Tree.Of(
                ("docs/FAULTS.md", "`a-1`, `b`"),
                ("src/Sim/Scenarios/DiskKeys.cs", "string c = \"c\"; Profiles { get; } = [\"a-1\", \"b\"];")),
        },
        new("the README's commands are those that check and .ci/run run", Commands)
        {
            Bad = [Tree.Of(("README.md", "nothing"), ("check", ""), (".ci/run", ""))],
            Good = Tree.Of(
                ("README.md", "```\ndotnet run -c Release --project src/Sim -- explore\ndotnet test -c Release\n```\n"),
                ("check", "dotnet run -c Release --project src/Sim -- explore\ndotnet test -c Release"),
                (".ci/run", "dotnet test -c Release")),
        },
    ];

    private static IEnumerable<string> Places(Tree tree) =>
        from file in tree.Files
        where file.Path != Self
        from match in Regex.Matches(file.Text, $"{Homes}|{Regex.Escape(Tree.Root)}(?=/|\\b)")
        select file.At(match.Index, match.Value);

    private static IEnumerable<string> Addresses(Tree tree) =>
        from file in tree.Files
        where file.Path != Self
        from match in Regex.Matches(file.Text, $@"https?://(?<host>[\w.:-]+)|{Hosts}")
        where !Quoted.Contains(match.Groups["host"].Value)
        select file.At(match.Index, match.Value);

    private static IEnumerable<string> Links(Tree tree) =>
        from file in tree.Markdown
        from match in Regex.Matches(file.Text, $"{Link}|{Named}")
        let to = match.Groups["to"].Value
        where !to.Contains("://", StringComparison.Ordinal) && !Leads(tree, file, to, isLink: match.Value[0] == '[')
        select file.At(match.Index, to);

    private static bool Leads(Tree tree, SourceFile from, string to, bool isLink)
    {
        string[] parts = to.Split('#');
        string folder = isLink ? Path.GetDirectoryName(from.Path) ?? "" : "";
        string path = parts[0].Length == 0
            ? from.Path
            : Path.GetRelativePath(Tree.Root, Path.Combine(Tree.Root, folder, parts[0]));
        return tree.Has(path)
            && (parts.Length == 1 || (tree.Find(path) is SourceFile target && Anchors(target).Contains(parts[1])));
    }

    private static IEnumerable<string> Anchors(SourceFile file) =>
        from match in Regex.Matches(file.Text, @"^#+ (.*)$", RegexOptions.Multiline)
        let words = Regex.Replace(match.Groups[1].Value.Trim(), @"[^\w\s-]", "")
        select words.Replace(' ', '-').ToUpperInvariant() is string upper ? Lower(upper) : "";

    private static string Lower(string text) => string.Concat(text.Select(char.ToLowerInvariant));

    private static IEnumerable<string> Faults(Tree tree) =>
        from file in tree.Under("src/Sim/Scenarios/")
        from list in Regex.Matches(file.Text, @"\b(Profiles|Kinds)\b\s*({ get; } =|=>)\s*\[(?<names>[^\]]*)\]")
        from name in Regex.Matches(list.Groups["names"].Value, @"""([a-z0-9-]+)""")
        let word = name.Groups[1].Value
        where tree.Find("docs/FAULTS.md")?.Text.Contains($"`{word}`", StringComparison.Ordinal) != true
        select file.At(list.Index, $"{word} is not in docs/FAULTS.md");

    private static bool Runs(Tree tree, string script, string command) =>
        tree.Find(script)?.Lines.Any(line => line.Contains(command, StringComparison.Ordinal)) == true;

    private static IEnumerable<string> Commands(Tree tree)
    {
        string readme = tree.Find("README.md")?.Text ?? "";
        string[] commands =
        [
            .. Regex.Matches(readme, @"^dotnet (run|test)\b.*$", RegexOptions.Multiline)
                .Select(match => match.Value.Split('#')[0].Trim()).Take(2),
        ];
        if (commands.Length < 2)
            yield return "README.md: the two commands are not there, each on a line of its own";
        foreach (string command in commands.Where(command => !Runs(tree, "check", command)))
            yield return $"check: does not run {command}";
        if (commands.Length == 2 && !Runs(tree, ".ci/run", commands[1]))
            yield return $".ci/run: does not run {commands[1]}";
    }
}
