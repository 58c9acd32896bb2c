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
        twodoors explore scenarios/spool --shard 0/2 --out part-0.json
        twodoors explore scenarios/spool --checkpoint spool.checkpoint
        twodoors explore scenarios/spool --resume spool.checkpoint
        """;

    private readonly Argument<string[]> paths = ScenarioArguments.Paths();
    private readonly Option<string[]> set = ScenarioArguments.Set();
    private readonly Option<string?> workers = new("--workers")
    {
        Description = "How many explore at once; all cores by default. No result depends on it.",
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

    private readonly Option<string?> part = new("--out")
    {
        Description = "Writes all that was found, for twodoors merge.",
        HelpName = "FILE",
    };

    private readonly Option<string?> checkpoint = new("--checkpoint")
    {
        Description = "Writes there how far it is: every 10 seconds or more, on SIGINT and SIGTERM, and at the end.",
        HelpName = "FILE",
    };

    private readonly Option<string?> resume = new("--resume")
    {
        Description = "Goes on from a checkpoint of the same exploration, and writes there again unless --checkpoint "
            + "names another file.",
        HelpName = "FILE",
    };

    private readonly SearchOptions search = new();
    private readonly ShardOptions shard = new();
    private readonly OutputOptions outputs = new();

    /// <summary>Makes the command.</summary>
    public ExploreCommand(Surroundings here)
        : base("explore", "Explores scenarios and compares verdicts with the expected ones.", Examples, here)
    {
        Add(paths);
        search.AddTo(this);
        Add(workers);
        shard.AddTo(this);
        Add(part);
        Add(checkpoint);
        Add(resume);
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
        AskedShard asked = shard.Read(Here, arguments);
        bool onlyJson = outputs.TakesStandardOutput(arguments);
        if (asked.Line is { } line)
            (onlyJson ? Here.Error : Here.Out).WriteLine(line);
        string? file = arguments.GetValue(part);
        if (!asked.Shard.IsWhole && file is null)
        {
            throw new ScenarioException(
                new($"part {asked.Shard}", 0, 0), "--out FILE is missing: twodoors merge needs it to tell anything");
        }

        IReadOnlyList<Scenario> scenarios = ScenarioSet.Load(Here, arguments.GetValue(paths) ?? [], settings);
        outputs.Annotates(Here, arguments);
        bool silent = arguments.GetValue(quiet) || onlyJson;
        string? to = arguments.GetValue(checkpoint);
        string? from = arguments.GetValue(resume);
        using Checkpoint? kept = to is null && from is null
            ? null
            : Checkpoint.Open(Here, to, from, asked.Shard, scenarios);
        Exploration exploration = new(Here, asked.Shard, new Workers(count), silent) { Checkpoint = kept };
        IReadOnlyList<Explored> results = exploration.Run(scenarios);
        if (file is not null)
            RealFiles.Write(Path.Combine(Here.Folder, file), file, PartWriter.Of(asked.Shard, results) + "\n");
        int code = new Outcomes(Here, outputs, arguments.GetValue(quiet), arguments.GetValue(verbose))
            .Show(arguments, results);
        if (kept is not { IsStopped: true })
            return code;
        Here.Error.WriteLine($"stopped; --resume {to ?? from} goes on");
        return ExitCode.BudgetEnded;
    }
}
