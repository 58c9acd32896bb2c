using System.CommandLine;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary>The arguments and options that several commands share.</summary>
public static class ScenarioArguments
{
    /// <summary>PATH...</summary>
    public static Argument<string[]> Paths() => new("PATH")
    {
        Description = "Files, folders or globs; all of scenarios/ by default.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>--set KEY=VALUE, any number of times.</summary>
    public static Option<string[]> Set() => new("--set")
    {
        Description = "Sets a key of the scenario, such as faults.crashes=3 or disk.profile=xfs.",
        HelpName = "KEY=VALUE",
    };

    /// <summary>What --set says.</summary>
    /// <exception cref="ScenarioException">It is not KEY=VALUE.</exception>
    public static IReadOnlyList<Setting> Settings(ParseResult arguments, Option<string[]> set) =>
        [.. (arguments.GetValue(set) ?? []).Select(Setting.Parse)];
}
