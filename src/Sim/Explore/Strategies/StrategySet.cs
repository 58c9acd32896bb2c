using System.Globalization;

namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>A strategy by name.</summary>
/// <param name="Name">Its name; where a number belongs to it, NAME-NUMBER sets it.</param>
/// <param name="Number">The number where none is given; null for strategies that have none.</param>
/// <param name="Says">What it does, for help.</param>
/// <param name="Make">Makes one with the number.</param>
/// <param name="Adapts">True when an execution depends on those before it, so that it repeats from its tape or together
/// with them; else its seed and number are enough.</param>
internal sealed record StrategyEntry(
    string Name, int? Number, string Says, Func<int, IStrategy> Make, bool Adapts = false);

/// <summary>All strategies that sample.</summary>
internal static class StrategySet
{
    private const int NumberMax = 1000;

    /// <summary>In the order of help. A new strategy is its file and its line here.</summary>
    public static IReadOnlyList<StrategyEntry> All { get; } =
    [
        new("auto", null, "takes turns: random, pct-3, pos, surw, delay-2", _ => new Portfolio(
            [new RandomWalk(), new Pct(3), new PartialOrderSampling(), new SelectiveWalk(), new DelayBounded(2)])),
        new("random", null, "each activity is as likely as any other", _ => new RandomWalk()),
        new("pct", 3, "random priorities with NUMBER - 1 changes", depth => new Pct(depth)),
        new("pos", null, "random priorities, drawn again after races", _ => new PartialOrderSampling()),
        new("surw", null, "uniform over the orders of steps at one shared object", _ => new SelectiveWalk()),
        new("urw", null, "uniform over schedules", _ => new UniformWalk()),
        new("delay", 2, "one after the other, NUMBER delays", delays => new DelayBounded(delays)),
        new("preemption", 2, "at most NUMBER preemptions", most => new PreemptionBounded(most)),
    ];

    /// <summary>The names, without numbers.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(entry => entry.Name)];

    /// <summary>The strategy of a name such as pct or pct-10; null if there is none.</summary>
    public static StrategyEntry? Find(string name)
    {
        foreach (StrategyEntry entry in All)
        {
            if (entry.Name == name)
                return entry;
            bool isNumbered = entry.Number is not null && name.StartsWith(entry.Name + "-", StringComparison.Ordinal);
            if (isNumbered && NumberOf(name[(entry.Name.Length + 1)..]) is int number)
                return entry with { Name = name, Number = number };
        }

        return null;
    }

    /// <summary>A new strategy of this name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static IStrategy Make(string name) => Find(name) is { } entry
        ? entry.Make(entry.Number ?? 0)
        : throw new ArgumentException($"no strategy '{name}'; there are {string.Join(", ", Names)}", nameof(name));

    private static int? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number is >= 1 and <= NumberMax
            ? number
            : null;
}
