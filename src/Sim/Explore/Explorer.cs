using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore.Strategies;

namespace TwoDoors.Sim.Explore;

/// <summary>Explores a subject and says what it found.</summary>
public static class Explorer
{
    /// <summary>The strategies by name, the default first.</summary>
    public static IReadOnlyList<string> Strategies { get; } = ["exhaustive", "dfs", .. StrategySet.Names];

    /// <summary>The strategy that samples where nothing else is said.</summary>
    public static string Sampling => StrategySet.Names[0];

    /// <summary>True for the name of a strategy, such as pct or pct-10.</summary>
    public static bool Knows(string strategy) =>
        Strategies.Contains(strategy) || StrategySet.Find(strategy) is not null;

    /// <summary>True for a strategy whose executions depend on those before them: its state cannot be kept.</summary>
    public static bool Learns(string strategy) => StrategySet.Find(strategy) is { Adapts: true };

    /// <summary>Explores.</summary>
    /// <exception cref="ArgumentException">There is no such strategy, or it needs a limit that is not
    /// given.</exception>
    public static Verdict Explore(Subject subject, ExploreOptions options, IProgressListener? listener = null)
    {
        if (subject.Program is { } program)
            return Threads.ThreadExplorer.Explore(subject, program, options);
        Laboratory lab = new(subject);
        Deadline deadline = new(options.Budget, options.Executions, options.Control.Stop);
        Verdict verdict = options.Strategy switch
        {
            "exhaustive" => new ExhaustiveSearch(lab, options, RulesFor(subject, options), deadline, listener).Run(),
            "dfs" => new ExhaustiveSearch(lab, options, Plain(options), deadline, listener).Run(),
            _ when StrategySet.Find(options.Strategy) is not null => Sample(lab, options, deadline, listener),
            _ => throw new ArgumentException(
                $"no strategy '{options.Strategy}'; there are {string.Join(", ", Strategies)}", nameof(options)),
        };
        return Minimise(lab, options, verdict);
    }

    /// <summary>What the default search leaves out.</summary>
    internal static SearchRules Reduced(ExploreOptions options) => new(options.CutsPerPoint)
    {
        MergeInterleavings = true,
        NewOperationRule = true,
        SleepSets = true,
        PersistentSets = true,
        KillOncePerWorld = true,
    };

    /// <summary>What the default search leaves out of a subject. What calls to the kernel's doors touch is not known,
    /// and users outlive a kill of the processes: all orders of steps are tried there.</summary>
    internal static SearchRules RulesFor(Subject subject, ExploreOptions options) => subject.CommandsKernel
        ? Reduced(options) with { SleepSets = false, PersistentSets = false, KillOncePerWorld = false }
        : Reduced(options);

    /// <summary>Nothing is left out: the reference for tests, and slow.</summary>
    internal static SearchRules Plain(ExploreOptions options) => new(options.CutsPerPoint);

    private static Verdict Sample(
        Laboratory lab, ExploreOptions options, Deadline deadline, IProgressListener? listener)
    {
        if (options.Budget is null && options.Executions is null)
        {
            throw new ArgumentException(
                $"{options.Strategy} needs a number of executions or a budget", nameof(options));
        }

        return new RandomSearch(lab, options, deadline, listener).Run();
    }

    private static Verdict Minimise(Laboratory lab, ExploreOptions options, Verdict verdict)
    {
        Subject subject = lab.Subject;
        if (verdict.Part is not { Sightings.Count: > 0 } part)
            return verdict;
        List<Sighting> smaller = [];
        long replays = 0;
        foreach (Sighting sighting in part.Sightings)
        {
            Minimizer minimizer = new(subject);
            Violation shorter = Smaller(minimizer, sighting.Violation);
            TraceTape origin = sighting.Violation.Trace.Tape ?? new TraceTape(options.Strategy, 0, null, "");
            smaller.Add(sighting with
            {
                Violation = shorter with { Trace = TapeWriter.Complete(lab, shorter.Trace, origin) },
            });
            replays += minimizer.Replays;
        }

        return PartJoin.Of(subject, options, [part with { Sightings = smaller, Replays = replays }]);
    }

    private static Violation Smaller(Minimizer minimizer, Violation violation)
    {
        Minimized smaller = minimizer.Minimize(violation.Trace);
        Trace trace = smaller.Trace;
        if (trace.Violates != violation.Property)
            return violation;
        Cost cost = Minimizer.CostOf(trace);
        return new Violation(
            violation.Property,
            trace.Says ?? violation.Says,
            cost.Crashes,
            cost.Switches,
            cost.Steps + cost.After,
            cost.Lost,
            trace)
        {
            Minimality = smaller.Minimality,
        };
    }
}
