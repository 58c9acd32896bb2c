using System.CommandLine;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary>--profiles, of the commands that try several file systems.</summary>
internal static class ProfileOption
{
    /// <summary>The option.</summary>
    public static Option<string?> Make() => new("--profiles")
    {
        Description = "File systems, separated by commas; all by default.",
        HelpName = "A,B,C",
    };

    /// <summary>The profiles asked for, each once, in that order.</summary>
    /// <exception cref="ScenarioException">There is no such profile.</exception>
    public static IReadOnlyList<string> Of(ParseResult arguments, Option<string?> option)
    {
        if (arguments.GetValue(option) is not { } asked)
            return DiskKeys.Profiles;
        List<string> profiles = [];
        foreach (string profile in asked.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!DiskKeys.Profiles.Contains(profile))
            {
                string hint = Nearest.Hint(profile, DiskKeys.Profiles);
                throw new ScenarioException(new($"--profiles {asked}", 0, 0), $"unknown profile '{profile}'{hint}");
            }

            if (!profiles.Contains(profile))
                profiles.Add(profile);
        }

        return profiles;
    }
}
