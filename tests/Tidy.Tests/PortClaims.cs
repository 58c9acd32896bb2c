using System.Text.RegularExpressions;

namespace TwoDoors.Tidy.Tests;

/// <summary>The documents of the ports: a protocol's author learns from them which answers to be ready for.</summary>
internal static class PortClaims
{
    private const string Call = @"(?<doc>(^\s*///.*\n)*)^\s*ValueTask<(Errno|Result<[^;]*?>)>\s+(?<name>\w+)\(";

    private const string Errnos = @"<returns>[\s\S]*(\bE[A-Z0-9]{2,}\b|<see cref)";
    private const string Source = @"<remarks>[\s\S]*Source: [^<]";

    public static IReadOnlyList<Claim> All { get; } =
    [
        new("a port call documents its errnos", tree => Lacking(tree, Errnos, "errnos in returns"))
        {
            Bad =
            [
                Tree.Of(("src/Model/World/IA.cs", "/// <returns>Ok.</returns>\nValueTask<Errno> Do();")),
                Tree.Of(("src/Model/World/IA.cs", "/// <summary>EIO.</summary>\nValueTask<Result<int>> Do();")),
            ],
            Good = Tree.Of(("src/Model/World/IA.cs", "/// <returns>Ok; EIO.</returns>\nValueTask<Errno> Do();")),
        },
        new("a port call cites its source", tree => Lacking(tree, Source, "Source: in remarks"))
        {
            Bad = [Tree.Of(("src/Model/World/IA.cs", "/// <remarks>Nothing.</remarks>\nValueTask<Errno> Do();"))],
            Good = Tree.Of(
                ("src/Model/World/IA.cs", "/// <remarks>Nothing. Source: do(2).</remarks>\nValueTask<Errno> Do();"),
                ("src/Model/World/IB.cs", "ValueTask Join();")),
        },
        new("there are port calls to look at", tree => Calls(tree).Any() ? [] : ["no calls found"])
        {
            Bad = [Tree.Of(("src/Model/World/IA.cs", "ValueTask Join();"))],
            Good = Tree.Of(("src/Model/World/IA.cs", "ValueTask<Result<FileStatus>> Stat(FilePath path);")),
        },
    ];

    private static IEnumerable<(SourceFile File, Match Match)> Calls(Tree tree) =>
        from file in tree.Under("src/Model/World/")
        where Path.GetFileName(file.Path).StartsWith('I')
        from match in Regex.Matches(file.Text, Call, RegexOptions.Multiline)
        select (file, match);

    private static IEnumerable<string> Lacking(Tree tree, string pattern, string what) =>
        from call in Calls(tree)
        where !Regex.IsMatch(call.Match.Groups["doc"].Value, pattern)
        select call.File.At(call.Match.Groups["name"].Index, $"{call.Match.Groups["name"].Value} lacks {what}");
}
