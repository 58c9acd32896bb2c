using System.CommandLine;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary>The options that say how to search: short forms of <c>--set explore.KEY=VALUE</c>, checked alike.</summary>
internal sealed class SearchOptions
{
    private readonly Option<string?>[] options =
    [
        new("--strategy")
        {
            Description = string.Join(", ", ExploreKeys.Strategies) + "; pct-10, delay-4 and preemption-4 too. "
                + "The scenario's own by default, with --executions auto.",
            HelpName = "NAME",
        },
        new("--executions") { Description = "Most executions of a sampling strategy.", HelpName = "N" },
        new("--budget") { Description = "Most time for a scenario, such as 500ms, 30s or 5m.", HelpName = "TIME" },
        new("--seed") { Description = "Seed of a sampling strategy, enough to repeat it.", HelpName = "S" },
    ];

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option<string?> option in options)
            command.Add(option);
    }

    /// <summary>The keys that the options given stand for.</summary>
    public IReadOnlyList<Setting> Settings(ParseResult arguments)
    {
        List<Setting> settings = [];
        foreach (Option<string?> option in options)
        {
            if (arguments.GetValue(option) is { } value)
                settings.Add(new Setting($"{option.Name} {value}", $"explore.{option.Name[2..]}", value));
        }

        return settings;
    }
}
