using System.CommandLine;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary><c>twodoors explore</c>.</summary>
internal sealed class ExploreCommand : ExampleCommand
{
    private const string Examples =
        """
        twodoors explore
        twodoors explore scenarios/spool --workers 4 --junit verdicts.xml --html verdicts.html
        twodoors explore scenarios/recipe --sarif verdicts.sarif --annotations github --summary verdicts.md
        twodoors explore scenarios/spool/f1.yaml --set disk.profile=btrfs --set faults.crashes=3
        twodoors explore scenarios/spool --strategy random --executions 10000 --seed 7 --failure-dir failures
        """;

    private readonly Argument<string[]> paths = ScenarioArguments.Paths();
    private readonly Option<string[]> set = ScenarioArguments.Set();
    private readonly Option<string?> workers = new("--workers")
    {
        Description = "Scenarios explored at once; all cores by default. No result depends on it.",
        HelpName = "N",
    };

    private readonly Option<bool> quiet = new("--quiet")
    {
        Description = "No progress; only verdicts that are not the expected ones.",
    };

    private readonly Option<bool> verbose = new("--verbose")
    {
        Description = "Shows every witness, also the expected ones.",
    };

    private readonly SearchOptions search = new();
    private readonly OutputOptions outputs = new();

    /// <summary>Makes the command.</summary>
    public ExploreCommand(Surroundings here)
        : base("explore", "Explores scenarios and compares verdicts with the expected ones.", Examples, here)
    {
        Add(paths);
        search.AddTo(this);
        Add(workers);
        Add(set);
        outputs.AddTo(this);
        Add(quiet);
        Add(verbose);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments)
    {
        IReadOnlyList<Setting> settings =
            [.. ScenarioArguments.Settings(arguments, set), .. search.Settings(arguments)];
        int count = ScenarioArguments.Whole("--workers", arguments.GetValue(workers), 1, 1024) ?? Here.Processors;
        IReadOnlyList<Scenario> scenarios = ScenarioSet.Load(Here, arguments.GetValue(paths) ?? [], settings);
        bool annotates = outputs.Annotates(Here, arguments);
        bool silent = arguments.GetValue(quiet) || outputs.TakesStandardOutput(arguments);
        IReadOnlyList<Explored> results = Exploration.Run(Here, scenarios, new Workers(count), silent);
        outputs.Write(Here, arguments, results);
        if (!outputs.TakesStandardOutput(arguments))
        {
            VerdictPrinter printer = new(Here, arguments.GetValue(verbose));
            printer.Print(arguments.GetValue(quiet) ? [.. results.Where(result => !result.IsExpected)] : results);
        }

        if (annotates)
            outputs.Annotate(Here, arguments, results);
        if (results.Any(result => !result.IsExpected && !result.IsUndecided))
            return ExitCode.Unexpected;
        return results.Any(result => result.IsUndecided) ? ExitCode.BudgetEnded : ExitCode.Expected;
    }
}
