using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore;

/// <summary>Makes a counterexample smaller by leaving things out and looking whether the same claim still breaks: first
/// crashes, then faults, then context switches, then steps, then lost changes. The last round, in which nothing that is
/// left out makes it smaller, is the proof that it is 1-minimal.</summary>
public sealed class Minimizer
{
    private readonly Replayer replayer;
    private readonly int replaysMax;
    private readonly Laboratory lab;

    /// <summary>Makes traces of a subject smaller.</summary>
    /// <param name="subject">What is explored.</param>
    /// <param name="replaysMax">At most this many replays.</param>
    public Minimizer(Subject subject, int replaysMax = 500)
    {
        lab = new Laboratory(subject);
        replayer = new Replayer(lab);
        this.replaysMax = replaysMax;
    }

    /// <summary>Replays made.</summary>
    public int Replays { get; private set; }

    /// <summary>The smallest trace found that breaks the claim that this one breaks; with its own tape, if this one has
    /// one.</summary>
    public static Minimized Minimize(Subject subject, Trace trace)
    {
        if (subject.Program is { } program)
            return Threads.ThreadExplorer.Minimize(subject, program, trace);
        Minimizer minimizer = new(subject);
        Minimized smaller = minimizer.Minimize(trace);
        return trace.Tape is null
            ? smaller
            : smaller with { Trace = TapeWriter.Complete(minimizer.lab, smaller.Trace, trace.Tape) };
    }

    /// <summary>The smallest trace found that breaks the claim that this one breaks; the same one if it breaks none
    /// when it is repeated.</summary>
    public Minimized Minimize(Trace trace)
    {
        if (trace.Violates is not { } claim)
            return new Minimized(trace, default);
        if (Attempt(trace, claim) is not { } best)
            return new Minimized(trace, new Minimality(Replays, 0, IsProved: false));
        while (true)
        {
            int passed = 0;
            Trace? smaller = null;
            foreach (Trace candidate in TraceRemovals.Single(best))
            {
                if (Replays >= replaysMax)
                    return new Minimized(best, new Minimality(Replays, 0, IsProved: false));
                smaller = Attempt(candidate, claim);
                if (smaller is not null && CostOf(smaller).CompareTo(CostOf(best)) < 0)
                    break;
                smaller = null;
                passed++;
            }

            if (smaller is null)
                return new Minimized(best, new Minimality(Replays, passed, IsProved: true));
            best = smaller;
        }
    }

    /// <summary>The cost of reading a trace.</summary>
    internal static Cost CostOf(Trace trace)
    {
        List<TimelineEntry> entries =
        [
            .. trace.Entries.Select(e => new TimelineEntry(e.Kind, 0, 0, e.Who, e.What, "", [], e.Lost, null)),
        ];
        int last = entries.FindLastIndex(e => IsCrash(e.Kind));
        return new Cost(
            entries.Count(e => IsCrash(e.Kind)),
            Switches.Count(entries),
            entries.Take(last + 1).Count(e => e.Kind == TraceKind.Step),
            entries.Sum(e => e.Lost.Count),
            entries.Skip(last + 1).Count(e => e.Kind == TraceKind.Step));
    }

    private static bool IsCrash(TraceKind kind) => kind is TraceKind.HostCrash or TraceKind.ProcessCrash;

    /// <summary>The trace that really happens when this one is followed leniently, if the same claim breaks.</summary>
    private Trace? Attempt(Trace candidate, string property)
    {
        Replays++;
        Timeline timeline = replayer.Run(candidate, lenient: true).Timeline;
        if (timeline.Violates != property)
            return null;
        return new Trace(
            lab.Subject.Name,
            lab.Subject.Settings,
            property,
            timeline.Says,
            [.. timeline.Entries.Select(entry => new TraceEntry(entry.Kind, entry.Who, entry.What, entry.Lost))]);
    }
}
