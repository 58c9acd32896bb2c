using System.Globalization;
using System.Text.Json;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Report;

/// <summary>Everything on which the result of an exploration hangs, in words: parts that are to be joined, and a search
/// that is to be resumed, must have the same.</summary>
/// <param name="Words">Names and values, in an order of their own.</param>
/// <param name="Settings">What was set from outside, in order of the keys; the budget is left out.</param>
internal sealed record SearchKey(
    IReadOnlyList<KeyValuePair<string, string>> Words,
    IReadOnlyList<KeyValuePair<string, string>> Settings)
{
    private static readonly string[] Names = ["scenario", "text", "strategy", "seed", "executions", "cuts-per-point"];

    /// <summary>The scenario's name.</summary>
    public string Scenario => Words[0].Value;

    /// <summary>The key of an exploration.</summary>
    public static SearchKey Of(Scenario scenario)
    {
        ExploreOptions options = scenario.File.Options;
        SortedDictionary<string, string> settings = new(StringComparer.Ordinal);
        foreach (Setting setting in scenario.File.Settings)
        {
            // How long a part was given does not matter: it says of itself whether it is whole.
            if (setting.Path != "explore.budget")
                settings[setting.Path] = setting.Value;
        }

        string[] values =
        [
            scenario.File.Name,
            scenario.File.TextHash,
            options.Strategy,
            options.Seed.ToString(CultureInfo.InvariantCulture),
            options.Executions?.ToString(CultureInfo.InvariantCulture) ?? "any",
            options.CutsPerPoint.ToString(CultureInfo.InvariantCulture),
        ];
        return new SearchKey([.. Names.Zip(values, KeyValuePair.Create)], [.. settings]);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="ScenarioException">It is something else.</exception>
    public static SearchKey Read(JsonFields fields)
    {
        JsonFields settings = fields.Section("settings");
        return new SearchKey(
            [.. Names.Select(name => KeyValuePair.Create(name, fields.Text(name)))],
            [.. settings.Names.Select(name => KeyValuePair.Create(name, settings.Text(name)))]);
    }

    /// <summary>Writes it as members of the current object.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        foreach (KeyValuePair<string, string> word in Words)
            writer.WriteString(word.Key, word.Value);
        writer.WritePairs("settings", Settings);
    }

    /// <summary>Null for the same key, or what differs, such as "seed 7 and not 8".</summary>
    public string? Difference(SearchKey other)
    {
        foreach ((KeyValuePair<string, string> here, KeyValuePair<string, string> there) in Words.Zip(other.Words))
        {
            if (here.Value != there.Value)
            {
                return here.Key == "text"
                    ? $"is of another text of '{Scenario}'"
                    : $"has the {here.Key} {here.Value} and not {there.Value}";
            }
        }

        string set = Shown(Settings);
        string wanted = Shown(other.Settings);
        return set == wanted ? null : $"was made with {set} and not with {wanted}";
    }

    private static string Shown(IReadOnlyList<KeyValuePair<string, string>> settings) => settings.Count == 0
        ? "nothing set"
        : string.Join(" ", settings.Select(setting => $"--set {setting.Key}={setting.Value}"));
}
