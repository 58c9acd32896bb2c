namespace TwoDoors.Sim.Explore.Threads;

/// <summary>How to search a program of threads.</summary>
public sealed record ThreadOptions
{
    /// <summary>One of <see cref="ThreadSearches.Names"/>.</summary>
    public string Strategy { get; init; } = ThreadSearches.Names[0];

    /// <summary>Most executions; null for no limit.</summary>
    public long? Executions { get; init; }

    /// <summary>Most time; null for none.</summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>Seed of a sampling strategy.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Cores used at most. No result depends on it.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Which part of the work to do, from 0.</summary>
    public int Shard { get; init; }

    /// <summary>Into how many parts the work is split; 1 for all of it here.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Most preemptions of preemption-bounded, most delays of delay-bounded.</summary>
    public int Bound { get; init; } = 2;

    /// <summary>How many orderings pct aims at.</summary>
    public int Depth { get; init; } = 3;

    /// <summary>An execution with more events is given up, and the verdict is not complete.</summary>
    public int StepsMax { get; init; } = 100_000;

    /// <summary>Who stops it, and where its state is kept.</summary>
    public ExploreControl Control { get; init; } = new();

    /// <summary>True to end at the first failure.</summary>
    public bool StopAtFirst { get; init; }
}
