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

    private static readonly string[] MayThread = ["src/Sim/Explore/Workers.cs"];

    private static readonly string[] MayRead = ["src/Sim/Cli/", "src/Sim/Report/", "src/Sim/Scenarios/"];

    public static IReadOnlyList<Claim> All { get; } =
    [
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

    private static IEnumerable<string> Find(Tree tree, string pattern, string[] exempt) =>
        from file in tree.Under("src/Model/").Concat(tree.Under("src/Sim/"))
        where !exempt.Any(path => file.Path.StartsWith(path, StringComparison.Ordinal))
        from match in Regex.Matches(file.Code, pattern)
        select file.At(match.Index, match.Value);
}
