namespace TwoDoors.Sim.Explore;

/// <summary>Which shortcuts a search takes. Each has a test against the search without it.</summary>
/// <param name="MergeInterleavings">Go on once for all executions of a boot that reach the same state.</param>
/// <param name="NewOperationRule">At a boundary enumerate only crash states with a change that is new there.</param>
/// <param name="CutsPerPoint">Cap on the crash states of one boundary.</param>
internal sealed record SearchRules(bool MergeInterleavings, bool NewOperationRule, long CutsPerPoint);

/// <summary>A broken claim and how to get there.</summary>
internal sealed record Finding(string Property, string Says, Cost Cost, int State, int[] Answers, int Boundary);

/// <summary>What a search counted and found.</summary>
internal sealed class SearchLog
{
    private readonly SortedDictionary<string, Finding> findings = new(StringComparer.Ordinal);

    public long Runs { get; set; }

    public long Steps { get; set; }

    public long Cuts { get; set; }

    public long Merged { get; set; }

    public double CutsTotal { get; set; }

    public bool Capped { get; set; }

    /// <summary>How it goes, for plots.</summary>
    public ProgressionLog Progression { get; } = new();

    /// <summary>The cheapest finding of each broken claim, in order of the claims' names.</summary>
    public IReadOnlyCollection<Finding> Findings => findings.Values;

    /// <summary>Keeps a finding if it is the cheapest of its claim.</summary>
    public void Found(string property, string says, in Cost cost, int state, int[] answers, int boundary)
    {
        if (findings.TryGetValue(property, out Finding? known) && known.Cost.CompareTo(cost) <= 0)
            return;
        Progression.Broke(property, Runs);
        findings[property] = new Finding(property, says, cost, state, answers, boundary);
    }
}
