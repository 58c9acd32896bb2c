using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Explore;

/// <summary>Expands every reachable state after a crash, breadth first in the number of host crashes, until there is no
/// new one (then the verdict is for any number of crashes) or the bound is reached.</summary>
internal sealed class ExhaustiveSearch
{
    private readonly Laboratory lab;
    private readonly ExploreOptions options;
    private readonly Deadline deadline;
    private readonly IProgressListener? listener;
    private readonly StateTable table = new();
    private readonly SearchLog log = new();
    private readonly BootSearch boots;
    private int expanded;

    public ExhaustiveSearch(
        Laboratory lab, ExploreOptions options, SearchRules rules, Deadline deadline, IProgressListener? listener)
    {
        this.lab = lab;
        this.options = options;
        this.deadline = deadline;
        this.listener = listener;
        boots = new BootSearch(lab, log, table, rules);
    }

    /// <summary>The states met, for tests that compare searches.</summary>
    public StateTable Table => table;

    /// <summary>What was counted.</summary>
    public SearchLog Log => log;

    /// <summary>Explores.</summary>
    public Verdict Run()
    {
        WorldState start = lab.Start;
        Origin origin = new(-1, [], 0, [], default);
        table.Add(start.Fingerprint, start, 0, origin);
        bool whole = true;
        bool bounded = false;
        for (int state = 0; state < table.Count && whole; state++)
        {
            bool mayCrash = lab.Subject.HostCrashes is null || table.LevelOf(state) < lab.Subject.HostCrashes;
            bounded |= !mayCrash;
            listener?.Report(Counts(), table.LevelOf(state), table.Count - state);
            expanded = state;
            whole = boots.Explore(state, table.Take(state), mayCrash, GoOn)
                && !(options.StopAtFirst && log.Findings.Count > 0);
        }

        if (whole && !log.Capped)
        {
            foreach (Property property in lab.Claims.NeverMet)
                log.Found(property.Name, $"no state meets it: {property.Says}", default, 0, [], 0);
        }

        WitnessBuilder witnesses = new(lab, table);
        List<Violation> violations = [.. log.Findings.OrderBy(f => lab.PlaceOf(f.Property)).Select(witnesses.Build)];
        bool exhausted = whole && !log.Capped;
        Outcome outcome = violations.Count > 0 ? Outcome.Violates : exhausted ? Outcome.Holds : Outcome.NotViolated;
        string hash = table.Sum.Add(table.Count).Add(log.Cuts).Add(log.Runs).ToString();
        return new Verdict(
            outcome, whole, bounded ? lab.Subject.HostCrashes : null, log.Capped, Counts(), violations, hash, 0)
        {
            Progression = log.Progression.End(Sample() with { Expanded = whole ? table.Count : expanded }),
        };
    }

    private bool GoOn()
    {
        if ((log.Runs & 15) == 0)
            listener?.Report(Counts(), 0, 0);
        if (log.Progression.Wants(log.Runs))
            log.Progression.Add(Sample());
        return !deadline.IsOver(log.Runs);
    }

    private Sample Sample() => new(log.Runs, table.Count, expanded, log.Cuts);

    private Counts Counts() => new(table.Count, log.Runs, log.Steps, log.Cuts, log.CutsTotal, 0);
}
