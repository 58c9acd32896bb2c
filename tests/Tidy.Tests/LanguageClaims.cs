using System.Text.RegularExpressions;

namespace TwoDoors.Tidy.Tests;

/// <summary>What no analyzer forbids.</summary>
internal static class LanguageClaims
{
    private const string Quiet = @"^\s*#\s*pragma\b|\bSuppressMessage\b|\bNotImplementedException\b|\bSkip\s*=";
    private const string Unfinished = @"\b(TODO|FIXME|HACK)\b";
    private const string StaticHead = @"(?<!\busing\s+)\bstatic\s+(?!extern\b)(?<rest>[^;{}=(]*)(?<end>=>|[;{=(])";
    private const string Container =
        @"\b(List|Dictionary|HashSet|SortedSet|SortedList|Queue|Stack|StringBuilder|Random)\b";

    private const string TypeLooks =
        @"\bSystem\.Reflection\b|\bActivator\.|\.Get(Propert|Method|Field|Member|Types)";

    public static IReadOnlyList<Claim> All { get; } =
    [
        new("nothing is silenced, skipped or left undone", Silence)
        {
            Bad =
            [
                Tree.Of(("src/A.cs", "#pragma warning disable")),
                Tree.Of(("src/A.cs", "[SuppressMessage(\"a\", \"b\")]")),
                Tree.Of(("tests/A.cs", "[Fact(Skip = \"later\")]")),
                Tree.Of(("src/A.cs", "throw new NotImplementedException();")),
                Tree.Of(("src/A.cs", "// " + "TO" + "DO: more")),
            ],
            Good = Tree.Of(("src/A.cs", "string a = \"#pragma SuppressMessage\"; // a pragma of sorts")),
        },
        new("src has no static state that changes", StaticState)
        {
            Bad =
            [
                Tree.Of(("src/A.cs", "class A { private static int count; }")),
                Tree.Of(("src/A.cs", "class A { static int count = 1; }")),
                Tree.Of(("src/A.cs", "class A { internal static int Count { get; set; } }")),
                Tree.Of(("src/A.cs", "class A { static readonly List<int> all = []; }")),
                Tree.Of(("src/A.cs", "class A { [ThreadStatic] private static A? current; }")),
                Tree.Of(("src/A.cs", "class A { static event Action? Done; }")),
            ],
            Good = Tree.Of(("src/A.cs", """
                using static System.Math;
                static class A
                {
                    private static readonly string[] Names = ["a"];
                    public static int Count { get; } = 1;
                    public static A Of() => new(x => 1, static y => 2);
                    static A() { }
                }
                """)),
        },
        new("src looks at no type at run time", Reflection)
        {
            Bad =
            [
                Tree.Of(("src/A.cs", "using System.Reflection;")),
                Tree.Of(("src/A.cs", "Activator.CreateInstance(type)")),
                Tree.Of(("src/A.cs", "x.GetType().GetProperties()")),
            ],
            Good = Tree.Of(("src/A.cs", "typeof(A).Assembly.GetName(); x.GetType().Name; // System.Reflection")),
        },
        new("a step of Model is not named Async", AsyncNames)
        {
            Bad = [Tree.Of(("src/Model/A.cs", "ValueTask CopyAsync(IHost host)"))],
            Good = Tree.Of(("src/Model/A.cs", "ValueTask Copy(IHost host) // not CopyAsync(")),
        },
        new("a summary says what the name does not", Fillers)
        {
            Bad = [Tree.Of(("src/A.cs", "/// <summary>Gets the name.</summary>"))],
            Good = Tree.Of(("src/A.cs", "/// <summary>Getsuyobi is a day.</summary>")),
        },
    ];

    private static IEnumerable<string> Silence(Tree tree) =>
        from file in tree.CSharp
        from match in Regex.Matches(file.Code, Quiet, RegexOptions.Multiline)
            .Concat(Regex.Matches(file.CodeAndComments, Unfinished))
        select file.At(match.Index, match.Value.Trim());

    private static IEnumerable<string> StaticState(Tree tree) =>
        from file in tree.Under("src/")
        from match in Regex.Matches(file.Code, StaticHead)
        let rest = match.Groups["rest"].Value
        let end = match.Groups["end"].Value
        let isType = Regex.IsMatch(rest, @"\b(class|struct|interface|record|enum|operator)\b")
        let isField = end is ";" or "=" && !isType
        let isFixed = Regex.IsMatch(rest, @"\breadonly\b") && !Regex.IsMatch(rest, Container)
        let isSet = end == "{" && !isType && Regex.IsMatch(Braces(file.Code, match), @"\bset\s*[;{=]")
        where (isField && !isFixed) || isSet
        select file.At(match.Index, $"static state: {match.Value.Trim()}");

    private static IEnumerable<string> Reflection(Tree tree) =>
        from file in tree.Under("src/")
        from match in Regex.Matches(file.Code, TypeLooks)
        select file.At(match.Index, match.Value);

    private static string Braces(string code, Match match)
    {
        int end = code.IndexOf('}', match.Index);
        return code[match.Index..(end < 0 ? code.Length : end)];
    }

    private static IEnumerable<string> AsyncNames(Tree tree) =>
        from file in tree.Under("src/Model/")
        from match in Regex.Matches(file.Code, @"\b\w+Async\s*\(")
        select file.At(match.Index, $"{match.Value.Trim()} every call here is a step");

    private static IEnumerable<string> Fillers(Tree tree) =>
        from file in tree.Under("src/")
        from match in Regex.Matches(file.Text, @"<summary>\s*(///)?\s*(Gets|Represents|Initializes)\b")
        select file.At(match.Index, match.Value);
}
