using System.Text.RegularExpressions;

namespace TwoDoors.Tidy.Tests;

/// <summary>Where the outside of the program may be touched; the banned symbols say the same to the compiler, and
/// this says it of what they cannot name.</summary>
internal static class DeterminismClaims
{
    private const string Threads =
        @"\b(Thread|ThreadPool|Parallel|PeriodicTimer|Timer|Monitor|SemaphoreSlim|ManualResetEventSlim)\b[.(<]"
        + @"|\bnew\s+(Thread|Timer)\b|\bTask\.(Run|Factory|Delay|WhenAll|WhenAny)\b|\block\s*\(";

    private const string Disk =
        @"(?<![\w.])(File|Directory)\.(Read|Write|Open|Exists|Create|Delete|Enumerate|Get|Set|Append|Move|Copy)\w*"
        + @"|\bnew\s+(FileStream|StreamReader|StreamWriter|FileInfo|DirectoryInfo)\b|\busing\s+System\.IO\b";

    private const string Hashed = @"(?<!\w)(Dictionary|HashSet)<[^;={}]*?>\??\s+(?<name>\w+)\s*[=;,){]";
    private const string Iterating = "Keys|Values|Select|Where|First|Last|ToArray|ToList|Aggregate|SelectMany";

    private static readonly string[] MayThread = ["src/Sim/Explore/Workers.cs"];

    private static readonly string[] MayRead = ["src/Sim/Cli/", "src/Sim/Report/", "src/Sim/Scenarios/"];

    public static IReadOnlyList<Claim> All { get; } =
    [
        new("nothing in Model and Sim iterates in the order of a hash", HashOrder)
        {
            Bad =
            [
                Tree.Of(("src/Sim/Disk/A.cs", "Dictionary<int, string> seen = [];\nforeach (int x in seen.Keys)")),
                Tree.Of(("src/Sim/Disk/A.cs", "private readonly HashSet<int> seen = []; int[] all = [.. seen];")),
                Tree.Of(("src/Sim/Disk/A.cs", "int F(HashSet<(int, int)> seen) => seen.First();")),
            ],
            Good = Tree.Of(("src/Sim/Disk/A.cs", """
                HashSet<int> seen = [];
                SortedDictionary<int, int> sorted = [];
                bool known = seen.Add(1) && seen.Count > 1;
                foreach (int x in seen.Order()) { }
                foreach ((int x, int y) in sorted) { }
                """)),
        },
        new("Model and Sim have threads in Workers.cs alone", tree => Find(tree, Threads, MayThread))
        {
            Bad =
            [
                Tree.Of(("src/Sim/Explore/A.cs", "Thread thread = new(Run);\nThread.Sleep(1);")),
                Tree.Of(("src/Model/Spool/A.cs", "await Task.Run(Go);")),
                Tree.Of(("src/Sim/Kernel/A.cs", "lock (gate) { }")),
            ],
            Good = Tree.Of(
                ("src/Sim/Explore/Workers.cs", "new Thread(Run)"),
                ("src/Sim/Kernel/A.cs", "Files.Lock(file); LockMode Unlock() => ThreadNumber; // one Thread.")),
        },
        new("Sim touches the real disk in Cli, Report and Scenarios alone", tree => Find(tree, Disk, MayRead))
        {
            Bad =
            [
                Tree.Of(("src/Sim/Kernel/A.cs", "File.ReadAllText(path)")),
                Tree.Of(("src/Model/World/A.cs", "new FileStream(path)")),
                Tree.Of(("src/Sim/Disk/A.cs", "System.IO.Directory.GetFiles(path);\nusing System.IO;")),
            ],
            Good = Tree.Of(
                ("src/Sim/Cli/A.cs", "File.ReadAllText(path)"),
                ("src/Sim/Disk/A.cs", "FileKind.Directory; inode.Directory.Remove(name); \"File.ReadAllText\"")),
        },
    ];

    /// <summary>A heuristic by names: what a file declares as a hashed collection, it may look up and count.</summary>
    private static IEnumerable<string> HashOrder(Tree tree) =>
        from file in tree.Under("src/Model/").Concat(tree.Under("src/Sim/"))
        from name in Regex.Matches(file.Code, Hashed).Select(match => match.Groups["name"].Value).Distinct()
        let walk = $@"(\bin\s+|\.\.\s*){name}\b(?!\.Order)|\b{name}\.({Iterating})\b(?!\.Order)"
        from match in Regex.Matches(file.Code, walk)
        select file.At(match.Index, match.Value);

    private static IEnumerable<string> Find(Tree tree, string pattern, string[] exempt) =>
        from file in tree.Under("src/Model/").Concat(tree.Under("src/Sim/"))
        where !exempt.Any(path => file.Path.StartsWith(path, StringComparison.Ordinal))
        from match in Regex.Matches(file.Code, pattern)
        select file.At(match.Index, match.Value);
}
