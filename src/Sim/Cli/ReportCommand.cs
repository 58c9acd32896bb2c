using System.CommandLine;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary><c>twodoors report</c>.</summary>
internal sealed class ReportCommand : ExampleCommand
{
    private readonly Option<bool> check = new("--check")
    {
        Description = "Writes nothing; says which reports differ, and fails if one does.",
    };

    /// <summary>Makes the command.</summary>
    public ReportCommand(Surroundings here)
        : base("report", "Explores all scenarios and remakes reports/.", "twodoors report --check", here) =>
        Add(check);

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments)
    {
        string scenariosRoot = ScenarioSet.Root(Here);
        string root = $"{scenariosRoot[..^"scenarios".Length]}reports";
        IReadOnlyList<Scenario> scenarios = ScenarioSet.Load(Here, [], []);
        IReadOnlyList<Explored> results = new Exploration(
            Here, Shard.Whole, new Workers(Here.Processors), quiet: false).Run(scenarios);
        SortedDictionary<string, string> wanted = new(StringComparer.Ordinal);
        foreach (Explored result in results)
            wanted.Add($"{result.Name}.md", MarkdownReport.Of(result));
        bool checking = arguments.GetValue(check);
        int differing = 0;
        foreach (string name in Names(root, wanted))
        {
            string change = Change(root, name, wanted, checking);
            if (change.Length == 0)
                continue;
            differing++;
            Here.Out.WriteLine($"{root}/{name}: {change}");
        }

        string reports = VerdictText.Plural(wanted.Count, "report", "reports");
        Here.Out.WriteLine(differing == 0
            ? $"{reports}, none changed"
            : $"{reports}, {differing} {(checking ? "differ; twodoors report remakes them" : "changed")}");
        return checking && differing > 0 ? ExitCode.Unexpected : ExitCode.Expected;
    }

    private IEnumerable<string> Names(string root, SortedDictionary<string, string> wanted) => RealFiles
        .Below(Path.Combine(Here.Folder, root), ".md")
        .Where(name => name.Contains('/', StringComparison.Ordinal))
        .Concat(wanted.Keys)
        .Distinct()
        .Order(StringComparer.Ordinal);

    private string Change(string root, string name, SortedDictionary<string, string> wanted, bool checking)
    {
        string path = Path.Combine(Here.Folder, root, name);
        if (!wanted.TryGetValue(name, out string? text))
        {
            if (!checking)
                RealFiles.Remove(path, $"{root}/{name}");
            return checking ? "has no scenario" : "removed, it has no scenario";
        }

        bool there = RealFiles.IsFile(path);
        if (there && RealFiles.Read(path, name) == text)
            return "";
        if (!checking)
            RealFiles.Write(path, $"{root}/{name}", text);
        return there ? "differs" : "is missing";
    }
}
