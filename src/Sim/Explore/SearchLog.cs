using System.Numerics;

namespace TwoDoors.Sim.Explore;

/// <summary>A broken claim and how to get there.</summary>
internal sealed record Finding(string Property, string Says, Cost Cost, int State, int[] Answers, int Boundary);

/// <summary>What one worker of a search counted and found.</summary>
internal sealed class SearchLog
{
    private readonly SortedDictionary<string, Finding> findings = new(StringComparer.Ordinal);
    private readonly List<FirstBroken> broken = [];
    private long runsBefore;

    public long Runs { get; set; }

    public long Steps { get; set; }

    public long Cuts { get; set; }

    public long Merged { get; set; }

    /// <summary>Executions that ended because everything that could go on had been tried before.</summary>
    public long Slept { get; set; }

    /// <summary>The worlds in which boots came to their end, each once; kept only if a rule says so.</summary>
    public DistinctWorlds Ends { get; } = new();

    /// <summary>Of the state that is expanded now: sums of numbers that may be huge are kept whole, so that they do not
    /// depend on the order of adding.</summary>
    public double CutsTotal { get; set; }

    public bool Capped { get; set; }

    /// <summary>Of the state that is expanded now.</summary>
    public long RunsNow => Runs - runsBefore;

    /// <summary>Of the states that were expanded whole.</summary>
    public Tally Done { get; private set; }

    /// <summary>All of it.</summary>
    public Tally All => new(Runs, Steps, Cuts, Done.CutsTotal + Whole(CutsTotal), Capped);

    /// <summary>The cheapest finding of each broken claim, in order of the claims' names.</summary>
    public IReadOnlyCollection<Finding> Findings => findings.Values;

    /// <summary>The expansion of a state begins.</summary>
    public void Begin()
    {
        broken.Clear();
        runsBefore = Runs;
    }

    /// <summary>The expansion of a state ended.</summary>
    /// <param name="whole">False when it was ended early.</param>
    public Expansion End(bool whole)
    {
        if (whole)
        {
            Done = All;
            CutsTotal = 0;
        }

        return new Expansion(whole, RunsNow, [.. broken]);
    }

    /// <summary>Keeps a finding if it is the cheapest of its claim.</summary>
    public void Found(string property, string says, in Cost cost, int state, int[] answers, int boundary)
    {
        if (!broken.Exists(first => first.Property == property))
            broken.Add(new FirstBroken(property, RunsNow));
        if (findings.TryGetValue(property, out Finding? known) && known.Cost.CompareTo(cost) <= 0)
            return;
        findings[property] = new Finding(property, says, cost, state, answers, boundary);
    }

    private static BigInteger Whole(double cuts) => new(Math.Min(cuts, double.MaxValue));
}

/// <summary>The expansion of one state.</summary>
/// <param name="Whole">False when it was ended early.</param>
/// <param name="Runs">Executions of a boot from it.</param>
/// <param name="Broken">Each claim that broke, with the first of these executions that broke it.</param>
internal sealed record Expansion(bool Whole, long Runs, IReadOnlyList<FirstBroken> Broken);

/// <summary>What was counted: sums that are the same in whatever order they are made.</summary>
internal readonly record struct Tally(long Runs, long Steps, long Cuts, BigInteger CutsTotal, bool Capped)
{
    /// <summary>Both together.</summary>
    public Tally Plus(in Tally other) => new(
        Runs + other.Runs,
        Steps + other.Steps,
        Cuts + other.Cuts,
        CutsTotal + other.CutsTotal,
        Capped || other.Capped);
}
