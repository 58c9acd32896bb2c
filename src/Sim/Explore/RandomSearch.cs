using TwoDoors.Model.Claims;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>Uniform random search: each execution is a chain of boots, each but the last cut at a random boundary with
/// a random crash state. Execution number n of seed s is the same on every machine, whatever ran before it.</summary>
internal sealed class RandomSearch
{
    private readonly Laboratory lab;
    private readonly ExploreOptions options;
    private readonly Deadline deadline;
    private readonly IProgressListener? listener;
    private readonly SortedDictionary<string, Violation> found = new(StringComparer.Ordinal);
    private readonly HashSet<Fingerprint> states = [];
    private readonly Execution execution;
    private readonly RandomDriver driver;
    private long executions;
    private long runs;
    private long steps;
    private Fingerprint hash;
    private readonly ProgressionLog progression = new();

    public RandomSearch(Laboratory lab, ExploreOptions options, Deadline deadline, IProgressListener? listener)
    {
        this.lab = lab;
        this.options = options;
        this.deadline = deadline;
        this.listener = listener;
        execution = new Execution(lab);
        driver = new RandomDriver(lab, new UniformTurns(), BootLength.Of(lab));
        execution.Crashed = world => states.Add(world);
    }

    /// <summary>The answers of the last execution.</summary>
    public AnswerTape Tape => driver.Tape;

    /// <summary>The hash of the last execution.</summary>
    public Fingerprint LastHash => execution.Hash;

    /// <summary>Samples until the budget ends, or the first violation where that is asked for.</summary>
    public Verdict Run()
    {
        while (!deadline.IsOver(executions) && !(options.StopAtFirst && found.Count > 0))
        {
            Broken? broken = Run(executions);
            executions++;
            if (broken is not null)
                progression.Broke(broken.Property, executions);
            if (progression.Wants(executions))
                progression.Add(Sample());
            if (broken is not null && !found.ContainsKey(broken.Property))
                found.Add(broken.Property, Witness(broken));
            if ((executions & 63) == 0)
                listener?.Report(Counts(), 0, 0);
        }

        List<Violation> violations = [.. found.Values.OrderBy(violation => lab.PlaceOf(violation.Property))];
        Outcome outcome = violations.Count > 0 ? Outcome.Violates : Outcome.NotViolated;
        return new Verdict(
            outcome,
            Closed: false,
            lab.Subject.HostCrashes ?? RandomDriver.CrashesMax,
            Capped: false,
            Counts(),
            violations,
            hash.Add(executions).ToString(),
            options.Seed)
        {
            Executions = executions,
            Progression = progression.End(Sample()),
        };
    }

    /// <summary>Runs one execution.</summary>
    /// <param name="number">From 0.</param>
    /// <returns>The first claim that broke, or null.</returns>
    public Broken? Run(long number)
    {
        driver.Begin(SeedOf(options.Seed, number));
        Broken? broken = execution.Run(driver);
        runs += execution.Boots;
        steps += execution.Steps;
        hash = hash.Plus(execution.Hash);
        return broken;
    }

    /// <summary>The seed of an execution.</summary>
    internal static ulong SeedOf(ulong seed, long number) =>
        unchecked((seed * 0x9E3779B97F4A7C15) + (ulong)number);

    private Sample Sample() => new(executions, states.Count, 0, states.Count);

    private Counts Counts() => new(states.Count, runs, steps, states.Count, double.PositiveInfinity, 0);

    /// <summary>The execution again, from its tape, and written down.</summary>
    private Violation Witness(Broken broken)
    {
        Recorder? recorder = null;
        Fingerprint before = execution.Hash;
        execution.Run(new TapeDriver(driver.Tape), inner => recorder = Continued(recorder, inner));
        if (execution.Hash != before)
        {
            throw new InvalidOperationException(
                "Not deterministic: an execution that was repeated from its tape went another way. Something iterates "
                + "over a hash set, keeps static state, or asks the real clock.");
        }

        int crashes = recorder!.Entries.Count(e => e.Kind is TraceKind.HostCrash or TraceKind.ProcessCrash);
        int lost = recorder.Entries.Sum(e => e.Lost.Count);
        Trace trace = recorder.ToTrace(lab.Subject, broken.Property, broken.Says);
        return new Violation(
            broken.Property, broken.Says, crashes, Switches.Count(recorder.Entries), recorder.Steps, lost, trace);
    }

    private static Recorder Continued(Recorder? before, IDriver inner)
    {
        Recorder next = new(inner);
        if (before is not null)
            next.Continue(before);
        return next;
    }
}
