using System.Globalization;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Scenarios;

/// <summary>Reads the key <c>explore</c>.</summary>
public static class ExploreKeys
{
    /// <summary>The strategies there are, the default first.</summary>
    public static IReadOnlyList<string> Strategies => Explorer.Strategies;

    /// <summary>A length of time such as 30s, 5m, 2h or 500ms; null when it is none.</summary>
    public static TimeSpan? Duration(string text)
    {
        int digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        if (digits is 0 or > 9)
            return null;
        long number = long.Parse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture);
        return text[digits..] switch
        {
            "ms" => TimeSpan.FromMilliseconds(number),
            "s" => TimeSpan.FromSeconds(number),
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            _ => null,
        };
    }

    internal static ExploreOptions Read(Fields explore)
    {
        long? executions = explore.NumberOrNull("executions", 1, long.MaxValue);
        string strategy = Strategy(explore, executions is null ? Strategies[0] : Explorer.Sampling);
        long seed = explore.NumberOrNull("seed", 0, long.MaxValue) ?? 1;
        long cuts = explore.NumberOrNull("cuts-per-point", 1, long.MaxValue) ?? new ExploreOptions().CutsPerPoint;
        return new ExploreOptions(strategy, executions, Budget(explore), (ulong)seed, cuts);
    }

    internal static TimeSpan? Budget(Fields explore)
    {
        if (explore.TextOrNull("budget") is not { } text)
            return null;
        return Duration(text) is { Ticks: > 0 } time
            ? time
            : throw explore.Wrong("budget", $"expected a time such as 500ms, 30s, 5m or 2h, found '{text}'");
    }

    /// <summary>A number of executions alone asks for sampling; pct-10 is pct with another number.</summary>
    private static string Strategy(Fields explore, string usual)
    {
        string? text = explore.TextOrNull("strategy");
        return text is not null && Explorer.Knows(text) ? text : explore.Word("strategy", Strategies, usual);
    }
}
