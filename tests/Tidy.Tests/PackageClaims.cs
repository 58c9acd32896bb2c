using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TwoDoors.Tidy.Tests;

/// <summary>What the build takes from outside, and from where.</summary>
internal static class PackageClaims
{
    private const int RulesOffMax = 20;

    private static readonly string[] Everywhere =
    [
        "BenchmarkDotNet",
        "FsCheck",
        "Microsoft.CodeAnalysis.BannedApiAnalyzers",
        "Microsoft.Playwright",
        "Spectre.Console",
        "System.CommandLine",
        "YamlDotNet",
        "xunit.v3",
    ];

    private static readonly Dictionary<string, string[]> Shipped = new()
    {
        ["src/Model/Model.csproj"] = [],
        ["src/Sim/Sim.csproj"] = ["Spectre.Console", "System.CommandLine", "YamlDotNet"],
        ["src/Real/Real.csproj"] = ["System.CommandLine"],
    };

    public static IReadOnlyList<Claim> All { get; } =
    [
        new("projects use the packages that were agreed on, and no others", Packages)
        {
            Bad =
            [
                Tree.Of(("tests/A/A.csproj", """<Project><PackageReference Include="Moq" /></Project>""")),
                Tree.Of(("src/Model/Model.csproj", """<Project><PackageReference Include="YamlDotNet" /></Project>""")),
                Tree.Of(("tests/A/A.csproj", """<P><PackageReference Include="FsCheck" Version="1" /></P>""")),
                Tree.Of(("Directory.Packages.props", """<P><PackageVersion Include="Moq" Version="1" /></P>""")),
            ],
            Good = Tree.Of(("tests/A/A.csproj", """<Project><PackageReference Include="FsCheck" /></Project>""")),
        },
        new("every project has its lock file", Locks)
        {
            Bad = [Tree.Of(("tests/A/A.csproj", "<Project />"))],
            Good = Tree.Of(("tests/A/A.csproj", "<Project />"), ("tests/A/packages.lock.json", "{}")),
        },
        new("the solution holds every project", Solution)
        {
            Bad =
            [
                Tree.Of(("TwoDoors.slnx", "<Solution />"), ("tests/A/A.csproj", "<Project />")),
                Tree.Of(("TwoDoors.slnx", """<Solution><Project Path="tests/B/B.csproj" /></Solution>""")),
            ],
            Good = Tree.Of(
                ("TwoDoors.slnx", """<Solution><Project Path="tests/A/A.csproj" /></Solution>"""),
                ("tests/A/A.csproj", "<Project />"),
                ("optional/B/B.csproj", "<Project />")),
        },
        new("a rule is switched off with a reason, and few are", RulesOff)
        {
            Bad =
            [
                Tree.Of((".editorconfig", "[*.cs]\ndotnet_diagnostic.CA1.severity = none\n")),
                Tree.Of((".editorconfig", "# why\n" + string.Join("\n", Enumerable.Repeat("x.severity = none", 99)))),
                Tree.Of(("src/A/A.csproj", "<Project><NoWarn>CA1</NoWarn></Project>")),
            ],
            Good = Tree.Of((".editorconfig", "# why\nCA1.severity = none\nCA2.severity = none\n")),
        },
    ];

    private static IEnumerable<string> Packages(Tree tree)
    {
        foreach (SourceFile file in tree.Files.Where(IsBuildFile))
        {
            IEnumerable<XElement> all = XDocument.Parse(file.Text).Descendants();
            foreach (XElement element in all.Where(e => e.Name.LocalName is "PackageReference" or "PackageVersion"))
            {
                string name = element.Attribute("Include")?.Value ?? "";
                if (!(Shipped.GetValueOrDefault(file.Path) ?? Everywhere).Contains(name))
                    yield return $"{file.Path}: {name}";
                if (element.Name.LocalName == "PackageReference" && element.Attribute("Version") is not null)
                    yield return $"{file.Path}: {name} brings a version; it belongs in Directory.Packages.props";
            }
        }
    }

    private static bool IsBuildFile(SourceFile file) =>
        Path.GetExtension(file.Path) is ".csproj" or ".props" or ".targets"
        && !file.Path.StartsWith("optional/", StringComparison.Ordinal);

    private static IEnumerable<string> Locks(Tree tree) =>
        from project in tree.Projects
        where tree.Find(Path.GetDirectoryName(project.Path) + "/packages.lock.json") is null
        select $"{project.Path}: no packages.lock.json is tracked";

    private static IEnumerable<string> Solution(Tree tree)
    {
        string text = tree.Find("TwoDoors.slnx")?.Text ?? "<Solution />";
        string[] listed = [.. XDocument.Parse(text).Descendants("Project").Select(e => e.Attribute("Path")!.Value)];
        string[] there = [.. tree.Projects.Select(file => file.Path)];
        return there.Except(listed).Select(path => $"{path} is not in the solution")
            .Concat(listed.Except(there).Select(path => $"{path} is in the solution alone"));
    }

    private static IEnumerable<string> RulesOff(Tree tree)
    {
        IEnumerable<SourceFile> builds = tree.Files.Where(IsBuildFile);
        foreach (SourceFile file in builds.Where(file => file.Text.Contains("<NoWarn>", StringComparison.Ordinal)))
            yield return $"{file.Path}: rules go off in .editorconfig alone";

        // A section's header may stand between a reason and its rule.
        string[] lines = [.. (tree.Find(".editorconfig")?.Lines ?? []).Where(line => !line.StartsWith('['))];
        int off = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            if (!Regex.IsMatch(lines[i], @"severity\s*=\s*none"))
                continue;
            off++;
            if (i == 0 || !Regex.IsMatch(lines[i - 1], @"^#\s*\w|severity\s*=\s*none"))
                yield return $".editorconfig: no reason stands above {lines[i]}";
        }

        if (off > RulesOffMax)
            yield return $".editorconfig: {off} rules are off";
    }
}
