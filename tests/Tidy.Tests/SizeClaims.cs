using System.Text.RegularExpressions;

namespace TwoDoors.Tidy.Tests;

/// <summary>How long things may be, and what they may not be called.</summary>
internal static class SizeClaims
{
    private const int FileMax = 400;
    private const int MedianMax = 120;
    private const int ColumnMax = 120;
    private const string Vague = "Utils?|Utilities|Common|Helpers?|Shared|Core|Misc";

    private static readonly string[] Wide = [".cs", ".yaml", ".csproj", ".props", ".targets"];

    public static IReadOnlyList<Claim> All { get; } =
    [
        new("a source file has at most 400 lines", Files)
        {
            Bad = [Tree.Of(("src/A.cs", Repeat(FileMax + 1)))],
            Good = Tree.Of(("src/A.cs", Repeat(FileMax))),
        },
        new("the median source file has less than 120 lines", Median)
        {
            Bad = [Tree.Of(("src/A.cs", Repeat(1)), ("src/B.cs", Repeat(MedianMax)), ("src/C.cs", Repeat(MedianMax)))],
            Good = Tree.Of(("src/A.cs", Repeat(1)), ("src/B.cs", Repeat(1)), ("src/C.cs", Repeat(MedianMax))),
        },
        new("a line has at most 120 columns", Columns)
        {
            Bad =
            [
                Tree.Of(("src/A.cs", new string('x', ColumnMax + 1))),
                Tree.Of(("check", new string('x', ColumnMax + 1))),
            ],
            Good = Tree.Of(("src/A.cs", new string('x', ColumnMax)), ("a.md", new string('x', ColumnMax + 1))),
        },
        new("the README is one screen: 100 lines", Readme)
        {
            Bad = [Tree.Of(("README.md", Repeat(101)))],
            Good = Tree.Of(("README.md", Repeat(100))),
        },
        new("no folder, file or type has a name that says nothing", Names)
        {
            Bad =
            [
                Tree.Of(("src/Sim/Common/A.cs", "")),
                Tree.Of(("src/Sim/Disk/DiskHelpers.cs", "")),
                Tree.Of(("src/Sim/Disk/A.cs", "static class PathUtils { }")),
            ],
            Good = Tree.Of(("src/Model/World/ISharedDisk.cs", "interface ISharedDisk { } enum LockMode { Shared }")),
        },
    ];

    private static string Repeat(int lines) => string.Concat(Enumerable.Repeat("x\n", lines));

    private static IEnumerable<string> Files(Tree tree) =>
        from file in tree.CSharp
        where file.Lines.Count > FileMax
        select $"{file.Path}: {file.Lines.Count} lines";

    private static IEnumerable<string> Median(Tree tree)
    {
        int[] lengths = [.. tree.Under("src/").Select(file => file.Lines.Count).Order()];
        if (lengths[lengths.Length / 2] >= MedianMax)
            yield return $"the median of {lengths.Length} files is {lengths[lengths.Length / 2]} lines";
    }

    private static IEnumerable<string> Columns(Tree tree) =>
        from file in tree.Files
        where Wide.Contains(Path.GetExtension(file.Path)) || file.Path is "check" or ".ci/run"
        from line in file.Lines.Index()
        where line.Item.Length > ColumnMax
        select $"{file.Path}:{line.Index + 1}: {line.Item.Length} columns";

    private static IEnumerable<string> Readme(Tree tree) =>
        from file in tree.Files
        where file.Path == "README.md" && file.Lines.Count > 100
        select $"{file.Path}: {file.Lines.Count} lines";

    private static IEnumerable<string> Names(Tree tree) =>
        tree.CSharp.SelectMany(file => file.Path.Split('/')
            .Where(part => Regex.IsMatch(part, $@"({Vague})(\.cs)?$"))
            .Select(part => $"{file.Path}: {part} says nothing")
            .Concat(Regex.Matches(file.Code, $@"\b(class|struct|record|interface|enum)\s+\w*({Vague})\b")
                .Select(match => file.At(match.Index, $"{match.Value} says nothing"))));
}
