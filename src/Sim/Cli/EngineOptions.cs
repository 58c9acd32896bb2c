using System.CommandLine;
using TwoDoors.Sim.Explore.Threads;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary>The options of <c>twodoors engine</c> that say how to search and what to print.</summary>
internal sealed class EngineOptions
{
    private const int TrialExecutions = 10_000;

    private readonly Option<string?> strategy = new("--strategy")
    {
        Description = string.Join(", ", ThreadSearches.Names) + "; the first one by default.",
        HelpName = "NAME",
    };

    private readonly Option<bool> count = new("--count")
    {
        Description = "Searches all, and prints how much there was and how fast.",
    };

    private readonly Option<string?> trials = new("--trials")
    {
        Description = "Tries N seeds, and prints how many schedules each took to the first failure.",
        HelpName = "N",
    };

    private readonly Option<string?> executions = new("--executions")
    {
        Description = "Most executions; 10000 by default for a trial and for a strategy that samples.",
        HelpName = "N",
    };

    private readonly Option<string?> seed = new("--seed") { Description = "Seed, 1 by default.", HelpName = "S" };

    private readonly Option<string?> budget = new("--budget")
    {
        Description = "Most time, such as 500ms, 30s or 5m.",
        HelpName = "TIME",
    };

    private readonly Option<string?> bound = new("--bound")
    {
        Description = "Most preemptions or delays, for a strategy that bounds them.",
        HelpName = "N",
    };

    private readonly Option<string?> depth = new("--depth")
    {
        Description = "How many orderings pct aims at.",
        HelpName = "N",
    };

    private readonly Option<string?> workers = new("--workers")
    {
        Description = "Cores used; all by default. No result depends on it.",
        HelpName = "N",
    };

    private readonly Option<bool> json = new("--json") { Description = "Prints JSON (docs/json.md)." };

    private readonly Option<string?> trace = new("--trace")
    {
        Description = "Writes the schedule of a failure, as a trace.",
        HelpName = "FILE",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(strategy);
        command.Add(count);
        command.Add(trials);
        foreach (Option<string?> option in new[] { executions, seed, budget, bound, depth, workers })
            command.Add(option);
        command.Add(json);
        command.Add(trace);
    }

    /// <summary>What they say.</summary>
    /// <exception cref="ScenarioException">One of them is wrong.</exception>
    public EngineRun Read(ParseResult arguments, ThreadProgram program, int processors)
    {
        ThreadSearch search = Search(arguments.GetValue(strategy)
            ?? ThreadSearches.UsualFor(program.RunsForever, program.Eventually is not null));
        int? tries = Whole(arguments, trials, 1, 1_000_000);
        ThreadOptions usual = new();
        ThreadOptions options = new()
        {
            Strategy = search.Name,
            Executions = Whole(arguments, executions, 1)
                ?? (tries is not null || search.Samples ? TrialExecutions : null),
            Budget = Time(arguments.GetValue(budget)),
            Seed = (ulong)(Whole(arguments, seed, 0) ?? 1),
            Bound = Whole(arguments, bound, 0) ?? usual.Bound,
            Depth = Whole(arguments, depth, 1) ?? usual.Depth,
            Workers = Whole(arguments, workers, 1, 1024) ?? processors,
            StopAtFirst = !arguments.GetValue(count),
        };
        return new EngineRun(
            program,
            options,
            arguments.GetValue(count),
            tries,
            arguments.GetValue(json),
            arguments.GetValue(trace));
    }

    private static int? Whole(ParseResult arguments, Option<string?> option, int min, int max = int.MaxValue) =>
        ScenarioArguments.Whole(option.Name, arguments.GetValue(option), min, max);

    private static ThreadSearch Search(string name) => ThreadSearches.Find(name) ?? throw new ScenarioException(
        new($"--strategy {name}", 0, 0), $"no such strategy{Nearest.Hint(name, ThreadSearches.Names)}");

    private static TimeSpan? Time(string? text)
    {
        if (text is null)
            return null;
        return ExploreKeys.Duration(text) is { Ticks: > 0 } good
            ? good
            : throw new ScenarioException(new($"--budget {text}", 0, 0), "expected a time such as 500ms, 30s or 5m");
    }
}
