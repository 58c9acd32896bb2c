using System.Globalization;

namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>What the number of a strategy means.</summary>
internal enum StrategyNumber
{
    /// <summary>It has none.</summary>
    None,

    /// <summary>How many orderings it aims at.</summary>
    Depth,

    /// <summary>Most preemptions or delays.</summary>
    Bound,
}

/// <summary>A strategy by name.</summary>
/// <param name="Name">Its name; where a number belongs to it, NAME-NUMBER sets it.</param>
/// <param name="Number">What number belongs to it.</param>
/// <param name="Says">What it does, for help.</param>
/// <param name="Make">Makes one with the number.</param>
/// <param name="Adapts">True when an execution depends on those before it, so that it repeats from its tape or together
/// with them; else its seed and number are enough.</param>
internal sealed record StrategyEntry(
    string Name, StrategyNumber Number, string Says, Func<int, IStrategy> Make, bool Adapts = false);

/// <summary>All strategies that sample.</summary>
internal static class StrategySet
{
    /// <summary>How many orderings are aimed at where nothing is said.</summary>
    public const int Depth = 3;

    /// <summary>Most preemptions or delays where nothing is said.</summary>
    public const int Bound = 2;

    private const int NumberMax = 1000;

    /// <summary>In the order of help. A new strategy is its file and its line here.</summary>
    public static IReadOnlyList<StrategyEntry> All { get; } =
    [
        new("auto", StrategyNumber.None, "takes turns: random, pct, pos, surw, delay", _ => new Portfolio(
        [
            new RandomWalk(), new Pct(Depth), new PartialOrderSampling(), new SelectiveWalk(),
            new DelayBounded(Bound),
        ])),
        new("random", StrategyNumber.None, "whoever can run is as likely as any other", _ => new RandomWalk()),
        new("pct", StrategyNumber.Depth, "random priorities, changed depth - 1 times", depth => new Pct(depth)),
        new("pos", StrategyNumber.None, "random priorities, new ones after a race", _ => new PartialOrderSampling()),
        new("surw", StrategyNumber.None, "uniform over the orders at one shared object", _ => new SelectiveWalk()),
        new("urw", StrategyNumber.None, "uniform over schedules, by expected lengths", _ => new UniformWalk()),
        new("delay", StrategyNumber.Bound, "one after the other, with a few delays", most => new DelayBounded(most)),
        new("preemption", StrategyNumber.Bound, "a few preemptions", most => new PreemptionBounded(most)),
        new("coverage", StrategyNumber.None, "changes executions that showed something new", _ => new CoverageGuided(),
            Adapts: true),
    ];

    /// <summary>The names, without numbers.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(entry => entry.Name)];

    /// <summary>The strategy of a name such as pct or pct-10; null if there is none.</summary>
    public static StrategyEntry? Find(string name) => All.FirstOrDefault(
        entry => entry.Name == name || (entry.Number != StrategyNumber.None && NumberIn(entry, name) is not null));

    /// <summary>A new strategy of this name.</summary>
    /// <param name="name">Such as pct or pct-10.</param>
    /// <param name="depth">The number of one that takes a depth, unless its name says it.</param>
    /// <param name="bound">The number of one that takes a bound, unless its name says it.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static IStrategy Make(string name, int depth = Depth, int bound = Bound)
    {
        StrategyEntry entry = Find(name) ?? throw new ArgumentException(
            $"no strategy '{name}'; there are {string.Join(", ", Names)}", nameof(name));
        return entry.Make(NumberIn(entry, name) ?? (entry.Number == StrategyNumber.Depth ? depth : bound));
    }

    private static int? NumberIn(StrategyEntry entry, string name)
    {
        bool isNumbered = name.StartsWith(entry.Name + "-", StringComparison.Ordinal);
        ReadOnlySpan<char> digits = isNumbered ? name.AsSpan(entry.Name.Length + 1) : default;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number is >= 1 and <= NumberMax
            ? number
            : null;
    }
}
