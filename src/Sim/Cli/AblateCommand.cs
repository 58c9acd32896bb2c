using System.CommandLine;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary><c>twodoors ablate</c>.</summary>
internal sealed class AblateCommand : ExampleCommand
{
    private const string Examples =
        """
        twodoors ablate recipe/publish-by-rename
        twodoors ablate scenarios/spool/f1.yaml --profiles posix-min,btrfs,xfs
        twodoors ablate recipe/qmail-enqueue-fsynced --json
        """;

    private readonly Argument<string> scenario = new("SCENARIO")
    {
        Description = "A scenario's name or file.",
    };

    private readonly Option<string?> profiles = ProfileOption.Make();
    private readonly Option<string[]> set = ScenarioArguments.Set();
    private readonly Option<bool> json = new("--json")
    {
        Description = "Prints JSON (docs/json.md) instead of a table, and no progress.",
    };

    private readonly Option<bool> quiet = new("--quiet") { Description = "Shows no progress." };
    private readonly SearchOptions search = new();

    /// <summary>Makes the command.</summary>
    public AblateCommand(Surroundings here)
        : base("ablate", "Leaves out each sync of a scenario in turn: which is needed where?", Examples, here)
    {
        Add(scenario);
        Add(profiles);
        Add(set);
        search.AddTo(this);
        Add(json);
        Add(quiet);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments)
    {
        IReadOnlyList<string> columns = ProfileOption.Of(arguments, profiles);
        IReadOnlyList<Setting> settings =
            [.. ScenarioArguments.Settings(arguments, set), .. search.Settings(arguments)];
        Scenario subject = ScenarioSet.OneWithHost(Here, arguments.GetValue(scenario) ?? "", settings);
        bool isJson = arguments.GetValue(json);
        Ablation ablation = Try(subject, columns, isJson || arguments.GetValue(quiet));
        if (isJson)
            Here.Out.WriteLine(JsonAblation.Of(subject.File.Name, ablation));
        else
            Print(ablation);
        return ExitCode.Expected;
    }

    private Ablation Try(Scenario scenario, IReadOnlyList<string> columns, bool silent)
    {
        SyncWatch[] watches = [.. columns.Select(_ => new SyncWatch())];
        Verdict[] whole = Explore(
            scenario,
            [.. columns.Select((profile, i) => watches[i].On(Ablation.On(scenario.Subject, profile)))],
            [.. columns.Select(profile => $"{scenario.File.Name} on {profile}")],
            silent);

        IReadOnlyList<string> points = Ablation.Points(scenario.Subject, watches);
        int[] sound = [.. Enumerable.Range(0, columns.Count).Where(i => whole[i].Outcome != Outcome.Violates)];
        (string Point, int Column)[] cells = [.. points.SelectMany(point => sound.Select(i => (point, i)))];
        Verdict[] verdicts = Explore(
            scenario,
            [.. cells.Select(cell => Ablation.Without(scenario.Subject, columns[cell.Column], cell.Point))],
            [.. cells.Select(cell => $"without {cell.Point} on {columns[cell.Column]}")],
            silent);

        return new Ablation(columns, whole, [.. points.Select(point => Row(point, columns.Count, cells, verdicts))]);
    }

    private static AblationRow Row(string point, int width, (string Point, int Column)[] cells, Verdict[] verdicts)
    {
        Verdict?[] row = new Verdict?[width];
        foreach ((int i, (string Point, int Column) cell) in cells.Index())
        {
            if (cell.Point == point)
                row[cell.Column] = verdicts[i];
        }

        return new AblationRow(point, row);
    }

    private Verdict[] Explore(Scenario scenario, Subject[] subjects, string[] names, bool silent)
    {
        Verdict[] verdicts = new Verdict[subjects.Length];
        ScenarioProgress[] progress = [.. names.Select(name => new ScenarioProgress(name, Here.Time))];
        Action[] jobs = [.. subjects.Select((subject, i) => (Action)(() =>
        {
            progress[i].Begin();
            verdicts[i] = Here.Engine.Explore(subject, scenario.File.Options, progress[i]);
            progress[i].End();
        }))];
        new ProgressDisplay(Here, silent).Run(new Workers(Here.Processors), jobs, progress);
        return verdicts;
    }

    private void Print(Ablation ablation)
    {
        TextTable table = new(["left out", .. ablation.Profiles]);
        table.Add(["(nothing)", .. ablation.Whole.Select(AblationText.Whole)]);
        foreach (AblationRow row in ablation.Rows)
            table.Add([row.Point, .. row.Cells.Select(AblationText.Cell)]);
        table.Write(Here);
        foreach (KeyValuePair<string, string> word in AblationText.Legend)
        {
            if (ablation.Rows.Any(row => row.Cells.Any(cell => AblationText.Word(cell) == word.Key)))
                Here.Out.WriteLine($"{word.Key}: {word.Value}");
        }
    }
}
