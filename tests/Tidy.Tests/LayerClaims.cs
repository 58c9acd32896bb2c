using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TwoDoors.Tidy.Tests;

/// <summary>Who may name whom. The tables below are the architecture.</summary>
internal static class LayerClaims
{
    private static readonly Dictionary<string, string[]> Projects = new()
    {
        ["src/Model/Model.csproj"] = [],
        ["src/Sim/Sim.csproj"] = ["Model"],
        ["src/Real/Real.csproj"] = ["Model"],
    };

    private static readonly Dictionary<string, string[]> Sim = new()
    {
        ["Choice"] = [],
        ["Disk"] = ["Choice"],
        ["Network"] = ["Choice"],
        ["Kernel"] = ["Choice", "Disk", "Network"],
        ["Explore"] = ["Choice", "Disk", "Network", "Kernel"],
        ["Scenarios"] = ["Choice", "Disk", "Network", "Kernel", "Explore"],
        ["Report"] = ["Choice", "Disk", "Network", "Kernel", "Explore", "Scenarios"],
        ["Cli"] = ["Choice", "Disk", "Network", "Kernel", "Explore", "Scenarios", "Report"],
    };

    private static readonly Dictionary<string, string[]> Model = new()
    {
        ["World"] = [],
        ["Claims"] = ["World"],
        ["Script"] = ["World", "Claims"],
        ["Spool"] = ["World", "Claims"],
        ["Recipe"] = ["World", "Claims"],
        ["Backup"] = ["World", "Claims"],
        ["Multipath"] = ["World", "Claims"],
        ["Automount"] = ["World", "Claims", "Backup", "Multipath"],
        ["Failover"] = ["World", "Claims"],
        ["Replication"] = ["World", "Claims"],
    };

    private static readonly Dictionary<string, string[]> Real = new()
    {
        ["Linux"] = [],
        ["Posix"] = ["Linux"],
        ["Autofs"] = ["Linux"],
        ["Daemon"] = ["Linux", "Posix", "Autofs"],
        ["Cli"] = ["Linux", "Posix", "Autofs", "Daemon"],
    };

    public static IReadOnlyList<Claim> All { get; } =
    [
        new("projects name only whom the law lets them", References)
        {
            Bad =
            [
                Tree.Of(("src/Model/Model.csproj", """<P><ProjectReference Include="../Sim/Sim.csproj" /></P>""")),
                Tree.Of(("src/Real/Real.csproj", """<P><ProjectReference Include="..\Sim\Sim.csproj" /></P>""")),
                Tree.Of(("src/New/New.csproj", "<Project />")),
            ],
            Good = Tree.Of(("src/Sim/Sim.csproj", """<P><ProjectReference Include="../Model/Model.csproj" /></P>""")),
        },
        new("arrows inside Sim point down", tree => Arrows(tree, "Sim", Sim))
        {
            Bad =
            [
                Tree.Of(("src/Sim/Disk/A.cs", "using TwoDoors.Sim.Kernel;")),
                Tree.Of(("src/Sim/Disk/A.cs", "class A { Kernel.Machine? m; }")),
                Tree.Of(("src/Sim/Utility/A.cs", "")),
            ],
            Good = Tree.Of(("src/Sim/Kernel/Files/A.cs", "using TwoDoors.Sim.Disk; // not TwoDoors.Sim.Explore")),
        },
        new("arrows inside Model point down", tree => Arrows(tree, "Model", Model))
        {
            Bad =
            [
                Tree.Of(("src/Model/World/A.cs", "using TwoDoors.Model.Claims;")),
                Tree.Of(("src/Model/Spool/A.cs", "using static TwoDoors.Model.Backup.B;")),
            ],
            Good = Tree.Of(("src/Model/Automount/A.cs", "using TwoDoors.Model.Backup;")),
        },
        new("arrows inside Real point down", tree => Arrows(tree, "Real", Real))
        {
            Bad = [Tree.Of(("src/Real/Linux/A.cs", "using TwoDoors.Real.Posix;"))],
            Good = Tree.Of(("src/Real/Cli/A.cs", "using TwoDoors.Real.Posix;")),
        },
        new("no source names a room that its project may not", Rooms)
        {
            Bad =
            [
                Tree.Of(("src/Model/World/A.cs", "using TwoDoors.Sim.Disk;")),
                Tree.Of(("src/Real/Cli/A.cs", "class A { TwoDoors.Sim.Disk.Volume? v; }")),
            ],
            Good = Tree.Of(("src/Sim/Cli/A.cs", "using TwoDoors.Model.World; // TwoDoors.Real.Cli")),
        },
        new("a namespace follows its folders", Namespaces)
        {
            Bad = [Tree.Of(("src/Sim/Disk/A.cs", "namespace TwoDoors.Sim.Kernel;"))],
            Good = Tree.Of(("src/Sim/Kernel/Files/A.cs", "namespace TwoDoors.Sim.Kernel.Files;")),
        },
        new("only Real calls libc", Imports)
        {
            Bad =
            [
                Tree.Of(("src/Sim/Cli/A.cs", "[LibraryImport(\"libc\")]")),
                Tree.Of(("tests/A.cs", "[DllImport(\"c\")]")),
            ],
            Good = Tree.Of(
                ("src/Real/Linux/Libc.cs", "[LibraryImport(\"libc\")]"),
                ("src/Sim/B.cs", "// no LibraryImport")),
        },
    ];

    private static IEnumerable<string> References(Tree tree) =>
        from file in tree.Projects
        where file.Path.StartsWith("src/", StringComparison.Ordinal)
        let named = XDocument.Parse(file.Text).Descendants("ProjectReference")
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'))
            .Select(path => Path.GetFileNameWithoutExtension(path))
        let allowed = Projects.GetValueOrDefault(file.Path)
        where allowed is null || !named.All(allowed.Contains)
        select $"{file.Path}: names {string.Join(", ", named)}; may: {string.Join(", ", allowed ?? ["(no row here)"])}";

    private static IEnumerable<string> Arrows(Tree tree, string project, Dictionary<string, string[]> table) =>
        from pattern in new[] { $@"TwoDoors\.{project}\.(?<room>\w+)|(?<![\w.])(?<room>{Any(table)})\.[A-Z]" }
        from file in tree.Under($"src/{project}/")
        let allowed = table.GetValueOrDefault(file.Room)
        from says in allowed is null
            ? [$"{file.Path}: {file.Room} is no room of {project}; give it a row in LayerClaims"]
            : from match in Regex.Matches(file.Code, pattern)
              let room = match.Groups["room"].Value
              where room != file.Room && table.ContainsKey(room) && !allowed.Contains(room)
              select file.At(match.Index, $"{file.Room} names {room}; may: {string.Join(", ", allowed)}")
        select says;

    private static string Any(Dictionary<string, string[]> table) => string.Join('|', table.Keys);

    private static IEnumerable<string> Rooms(Tree tree) =>
        from file in tree.Under("src/")
        let own = file.Path.Split('/')[1]
        from match in Regex.Matches(file.Code, @"TwoDoors\.(?<project>Model|Sim|Real)\b")
        let named = match.Groups["project"].Value
        where named != own && named != "Model"
        select file.At(match.Index, $"{own} names {named}");

    private static IEnumerable<string> Namespaces(Tree tree) =>
        from file in tree.Under("src/")
        from match in Regex.Matches(file.Code, @"^namespace\s+([\w.]+)", RegexOptions.Multiline)
        let expected = "TwoDoors." + string.Join('.', file.Path.Split('/')[1..^1])
        where match.Groups[1].Value != expected
        select file.At(match.Index, $"{match.Groups[1].Value} stands in the folder of {expected}");

    private static IEnumerable<string> Imports(Tree tree) =>
        from file in tree.CSharp
        where !file.Path.StartsWith("src/Real/", StringComparison.Ordinal)
        from match in Regex.Matches(file.Code, @"\b(LibraryImport|DllImport)\b")
        select file.At(match.Index, $"{match.Value} outside src/Real");
}
