using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore;

/// <summary>How an exploration ended.</summary>
public enum Outcome
{
    /// <summary>Exhausted within the stated bounds; every claim held.</summary>
    Holds,

    /// <summary>The budget ended first, or the strategy samples: nothing was found, nothing is proven.</summary>
    NotViolated,

    /// <summary>A claim broke.</summary>
    Violates,
}

/// <summary>One broken claim with its smallest witness.</summary>
/// <param name="Property">The claim's name.</param>
/// <param name="Says">What is wrong, in one line.</param>
/// <param name="Crashes">Crashes in the witness.</param>
/// <param name="Switches">Times an activity was left while it could run.</param>
/// <param name="Steps">Calls in the witness.</param>
/// <param name="Lost">Pending changes that did not survive, over all crashes.</param>
/// <param name="Trace">The witness.</param>
public sealed record Violation(
    string Property,
    string Says,
    int Crashes,
    int Switches,
    int Steps,
    int Lost,
    Trace Trace)
{
    /// <summary>True for a program of threads: there are no crashes, and nothing is lost.</summary>
    public bool IsOfThreads { get; init; }

    /// <summary>What it took to find that the witness cannot be smaller.</summary>
    public Minimality Minimality { get; init; }
}

/// <summary>What an exploration counted.</summary>
/// <param name="States">Distinct states after a crash, the start included.</param>
/// <param name="Runs">Executions of a boot from such a state, to its end or to a state met before.</param>
/// <param name="Steps">Calls made, repeated prefixes left out.</param>
/// <param name="Cuts">Crash states generated, before equal ones were merged.</param>
/// <param name="CutsTotal">Crash states that the profile allows at all crash points met; equal to what Cuts stands for
/// unless a cap was hit.</param>
/// <param name="Replays">Further runs that made witnesses smaller.</param>
public readonly record struct Counts(long States, long Runs, long Steps, long Cuts, double CutsTotal, long Replays);

/// <summary>The result of one exploration.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Closed">True when every reachable crash state was expanded: the verdict is for any number of crashes,
/// or for the bound below.</param>
/// <param name="CrashBound">The most host crashes that were explored; null for any number (with Closed).</param>
/// <param name="Capped">True when a cap cut the set of crash states at some point, and Cuts stands for less than
/// CutsTotal; or an execution was given up that let somebody wait without end.</param>
/// <param name="Counts">What was counted.</param>
/// <param name="Violations">Every claim that broke, in order of the claims; empty unless Violates.</param>
/// <param name="Hash">A hash over all states met and claims broken: equal for two explorations of the same scenario, on
/// however many machines.</param>
/// <param name="Seed">The seed of a sampling strategy, else 0.</param>
public sealed record Verdict(
    Outcome Outcome,
    bool Closed,
    int? CrashBound,
    bool Capped,
    Counts Counts,
    IReadOnlyList<Violation> Violations,
    string Hash,
    ulong Seed)
{
    /// <summary>How it went, for plots; empty where several parts were joined.</summary>
    public Progression Progression { get; init; } = Progression.None;

    /// <summary>Executions of a sampling strategy; null for a search.</summary>
    public long? Executions { get; init; }

    /// <summary>What it was made of; null where several parts were joined.</summary>
    public SearchPart? Part { get; init; }

    /// <summary>True for a program of threads: states are those at the end of an execution, runs are
    /// executions.</summary>
    public bool IsOfThreads { get; init; }

    /// <summary>True for a search of a program of threads over states: states are all that it met.</summary>
    public bool SeesStates { get; init; }
}
