using System.CommandLine;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary><c>twodoors merge</c>.</summary>
internal sealed class MergeCommand : ExampleCommand
{
    private const string Examples =
        """
        twodoors merge part-0.json part-1.json
        twodoors merge part-*.json --junit verdicts.xml --html verdicts.html
        """;

    private readonly Argument<string[]> files = new("FILE")
    {
        Description = "What explore --out wrote: every part of one exploration.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> quiet = new("--quiet")
    {
        Description = "Only verdicts that are not the expected ones.",
    };

    private readonly Option<bool> verbose = new("--verbose")
    {
        Description = "Shows every witness, also the expected ones.",
    };

    private readonly OutputOptions outputs = new();

    /// <summary>Makes the command.</summary>
    public MergeCommand(Surroundings here)
        : base("merge", "Joins the parts of an exploration: the verdicts that one machine gives.", Examples, here)
    {
        Add(files);
        outputs.AddTo(this);
        Add(quiet);
        Add(verbose);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments)
    {
        IReadOnlyList<PartSet> parts = PartMatch.InOrder([.. arguments.GetValue(files)!.Select(Read)]);
        List<Explored> results = [];
        for (int i = 0; i < parts[0].Scenarios.Count; i++)
            results.Add(Join([.. parts.Select(part => part.Scenarios[i])], parts[0].File));
        return new Outcomes(Here, outputs, arguments.GetValue(quiet), arguments.GetValue(verbose))
            .Show(arguments, results);
    }

    private PartSet Read(string file) =>
        PartReader.Read(file, RealFiles.Read(Path.Combine(Here.Folder, file), file));

    private Explored Join(IReadOnlyList<ExploredPart> parts, string file)
    {
        Scenario scenario = Load(parts[0], file);
        ExploreOptions options = scenario.File.Options;
        Verdict verdict = PartJoin.Of(scenario.Subject, options, [.. parts.Select(part => part.Part)]);
        return Exploration.Replayed(Here.Engine, scenario, verdict, parts.Max(part => part.Elapsed));
    }

    private Scenario Load(ExploredPart part, string file)
    {
        Setting[] settings =
        [
            .. part.Key.Settings.Select(pair => new Setting(
                $"{file}: the setting {pair.Key}={pair.Value}", pair.Key, pair.Value)),
        ];
        Scenario scenario = RealFiles.IsFile(Path.Combine(Here.Folder, part.ScenarioFile))
            ? ScenarioSet.LoadFile(Here, part.ScenarioFile, settings)
            : ScenarioSet.Named(Here, part.Key.Scenario, new(file, 0, 0), settings);
        return part.Key.Difference(SearchKey.Of(scenario)) is { } difference
            ? throw new ScenarioException(new(file, 0, 0), $"{difference}, as {scenario.File.File}")
            : scenario;
    }
}
