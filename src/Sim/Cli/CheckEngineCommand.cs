using System.CommandLine;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Explore.Strategies;
using TwoDoors.Sim.Explore.Threads;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary><c>twodoors check-engine</c>.</summary>
internal sealed class CheckEngineCommand : ExampleCommand
{
    private readonly Argument<string[]> paths = ScenarioArguments.Paths();
    private readonly Option<string?> budget = new("--budget")
    {
        Description = "Most time for one search, such as 5s, which is the default.",
        HelpName = "TIME",
    };

    private readonly Option<string?> doubleRuns = new("--double-runs")
    {
        Description = "Instead, runs N random executions in all twice each and compares all that can be observed.",
        HelpName = "N",
    };

    private readonly Option<bool> oracles = new("--oracles")
    {
        Description = "Samples programs of threads a million times each, and compares with exact chances.",
    };

    private readonly Option<string[]> tables = new("--tables")
    {
        Description = "Measures schedules to the first failure under these strategies; all of them take an hour.",
        HelpName = "STRATEGY",
        Arity = ArgumentArity.ZeroOrMore,
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> counts = new("--counts")
    {
        Description = "Instead, counts the traces of published programs and compares with what was published.",
    };

    private readonly Option<bool> shrinking = new("--shrink")
    {
        Description = "Measures how much smaller failures get, and in how many replays, as Markdown; takes minutes.",
    };

    /// <summary>Makes the command.</summary>
    public CheckEngineCommand(Surroundings here)
        : base(
            "check-engine",
            "Checks the engine against itself: it is deterministic, and no reduction hides a state.",
            """
            twodoors check-engine scenarios/recipe --budget 10s
            twodoors check-engine scenarios/spool --double-runs 1000000
            twodoors check-engine --oracles
            twodoors check-engine --tables surw pct-3
            twodoors check-engine --shrink
            twodoors check-engine --counts
            """,
            here)
    {
        Add(paths);
        Add(budget);
        Add(doubleRuns);
        Add(oracles);
        Add(tables);
        Add(shrinking);
        Add(counts);
    }

    /// <summary>The strategies that were named; none: all that the table has.</summary>
    private static IReadOnlyList<string> Known(string[] names)
    {
        foreach (string name in names)
        {
            if (StrategySet.Find(name) is null)
            {
                throw new ScenarioException(
                    new($"--tables {name}", 0, 0), $"no such strategy{Nearest.Hint(name, StrategySet.Names)}");
            }
        }

        return names.Length > 0 ? names : FirstFailures.Strategies;
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments)
    {
        if (arguments.GetResult(tables) is not null)
        {
            new EngineMeasurements(Here).Tables(Known(arguments.GetValue(tables) ?? []));
            return ExitCode.Expected;
        }

        if (arguments.GetValue(shrinking))
        {
            new EngineMeasurements(Here).Shrinking();
            return ExitCode.Expected;
        }

        if (arguments.GetValue(oracles))
            return new EngineMeasurements(Here).Oracles() ? ExitCode.Expected : ExitCode.Unexpected;
        return Print(arguments.GetValue(counts) ? CountsCheck.Run() : CheckScenarios(arguments));
    }

    private IReadOnlyList<EngineCheckResult> CheckScenarios(ParseResult arguments)
    {
        string text = arguments.GetValue(budget) ?? "5s";
        TimeSpan time = ExploreKeys.Duration(text) is { Ticks: > 0 } good
            ? good
            : throw new ScenarioException(new($"--budget {text}", 0, 0), "expected a time such as 500ms, 30s or 5m");
        int? twice = ScenarioArguments.Whole("--double-runs", arguments.GetValue(doubleRuns), 1, int.MaxValue);
        IReadOnlyList<Scenario> scenarios = ScenarioSet.Load(Here, arguments.GetValue(paths) ?? [], []);
        EngineCheckResult[][] results = new EngineCheckResult[scenarios.Count][];
        Action[] jobs = [.. scenarios.Select((scenario, i) => (Action)(() => results[i] = twice is { } count
            ? CheckTwice(scenario, count, i, scenarios.Count)
            : Check(scenario, time)))];
        ScenarioProgress[] none = [];
        new ProgressDisplay(Here, quiet: true).Run(new Workers(Here.Processors), jobs, none);
        return [.. results.SelectMany(result => result)];
    }

    private int Print(IReadOnlyList<EngineCheckResult> results)
    {
        bool passed = true;
        TextTable table = new("check", "result", "compared");
        foreach (EngineCheckResult result in results)
        {
            table.Add(result.Name, result.Passed ? "agrees" : "NO", result.Detail);
            passed &= result.Passed;
        }

        table.Write(Here);
        return passed ? ExitCode.Expected : ExitCode.Unexpected;
    }

    /// <summary>The executions are dealt out to the scenarios.</summary>
    private EngineCheckResult[] CheckTwice(Scenario scenario, int count, int place, int places)
    {
        int share = (count / places) + (place < count % places ? 1 : 0);
        return [Here.Engine.DoubleRuns(scenario.Subject, share, scenario.File.Options.Seed)];
    }

    private EngineCheckResult[] Check(Scenario scenario, TimeSpan time)
    {
        // A search that a clock ends is not repeatable; only the plain search, whose end is looked at, gets a budget.
        ExploreOptions options = scenario.File.Options;
        return
        [
            Here.Engine.Deterministic(scenario.Subject, options with { Budget = null }),
            Here.Engine.Sound(scenario.Subject, 1, options with { Budget = time }),
        ];
    }
}
