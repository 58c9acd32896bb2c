using System.Text.RegularExpressions;

namespace TwoDoors.Tidy.Tests;

/// <summary>How tests are named, so that a list of failures reads as a list of broken claims.</summary>
internal static class TestClaims
{
    private const string Method =
        @"\[(Fact|Theory)\b[\s\S]*?\bpublic\s+(static\s+)?(async\s+)?[\w<>\[\]]+\s+(?<name>\w+)\s*(<|\()";

    public static IReadOnlyList<Claim> All { get; } =
    [
        new("a test is named Subject_Condition_Outcome in a class XTests", Names)
        {
            Bad =
            [
                Tree.Of(("tests/A.Tests/ATests.cs", "public class ATests { [Fact] public void Works() { } }")),
                Tree.Of(("tests/A.Tests/A.cs", "class A { [Theory, InlineData(1)] public Task A_B_C(int x) { } }")),
            ],
            Good = Tree.Of(("tests/A/ATests.cs", "class ATests { [Fact] public async Task Open_No_ENOENT() { } }")),
        },
        new("every test project has tests", Empty)
        {
            Bad = [Tree.Of(("tests/A.Tests/A.Tests.csproj", "<Project />"), ("tests/A.Tests/A.cs", "// [Fact]"))],
            Good = Tree.Of(
                ("tests/A.Tests/A.Tests.csproj", "<Project />"),
                ("tests/A.Tests/ATests.cs", "[Fact] public void A_B_C()")),
        },
    ];

    private static IEnumerable<string> Names(Tree tree) =>
        from file in tree.Under("tests/")
        from match in Regex.Matches(file.Code, Method)
        let name = match.Groups["name"].Value
        where !Regex.IsMatch(name, @"^[A-Z][A-Za-z0-9]*(_[A-Z0-9][A-Za-z0-9]*){2,}$")
            || !Regex.IsMatch(file.Code, @"\bclass\s+\w+Tests\b")
        select file.At(match.Groups["name"].Index, name);

    private static IEnumerable<string> Empty(Tree tree) =>
        from project in tree.Projects
        where project.Path.StartsWith("tests/", StringComparison.Ordinal)
        let files = tree.Under(Path.GetDirectoryName(project.Path) + "/")
        where !files.Any(file => Regex.IsMatch(file.Code, @"\[(Fact|Theory)\b"))
        select $"{project.Path}: no test in it";
}
