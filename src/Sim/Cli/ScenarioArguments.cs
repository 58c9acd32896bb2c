using System.CommandLine;
using System.Globalization;
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

    /// <summary>A whole number given to an option, or null.</summary>
    /// <exception cref="ScenarioException">It is none, or out of range.</exception>
    public static int? Whole(string option, string? text, int min, int max)
    {
        if (text is null)
            return null;
        bool good = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return good && number >= min && number <= max
            ? number
            : throw new ScenarioException(new($"{option} {text}", 0, 0), $"expected a number from {min} to {max}");
    }

    /// <summary>What --set says.</summary>
    /// <exception cref="ScenarioException">It is not KEY=VALUE.</exception>
    public static IReadOnlyList<Setting> Settings(ParseResult arguments, Option<string[]> set) =>
        [.. (arguments.GetValue(set) ?? []).Select(Setting.Parse)];
}
