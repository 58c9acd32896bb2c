using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore;

/// <summary>Makes a counterexample smaller by leaving things out and looking whether the same claim still breaks: first
/// crashes, then faults, then context switches, then steps, then lost changes.</summary>
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

    /// <summary>A trace from which nothing can be left out any more, or the smallest one found within the
    /// limit.</summary>
    public static Trace Minimize(Subject subject, Trace trace) => subject.Program is { } program
        ? Threads.ThreadExplorer.Minimize(subject, program, trace)
        : new Minimizer(subject).Minimize(trace);

    /// <summary>A trace from which nothing can be left out any more, or the smallest one found within the
    /// limit.</summary>
    public Trace Minimize(Trace trace)
    {
        if (trace.Violates is null)
            return trace;
        Trace best = Attempt(trace, trace.Violates) ?? trace;
        bool smaller = true;
        while (smaller && Replays < replaysMax)
        {
            smaller = false;
            foreach (Trace candidate in Smaller(best))
            {
                if (Replays >= replaysMax)
                    break;
                Trace? tried = Attempt(candidate, trace.Violates);
                if (tried is null || CostOf(tried).CompareTo(CostOf(best)) >= 0)
                    continue;
                best = tried;
                smaller = true;
                break;
            }
        }

        return best;
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

    private static IEnumerable<Trace> Smaller(Trace trace)
    {
        for (int i = 0; i < trace.Entries.Count; i++)
        {
            if (trace.Entries[i].Kind is TraceKind.HostCrash or TraceKind.ProcessCrash)
                yield return Without(trace, i, 1);
        }

        for (int i = 0; i < trace.Entries.Count; i++)
        {
            if (trace.Entries[i].Kind == TraceKind.Pick)
                yield return Without(trace, i, 1);
        }

        for (int i = 1; i < trace.Entries.Count; i++)
        {
            if (Later(trace.Entries, i) is Trace moved)
                yield return moved with { Scenario = trace.Scenario, Settings = trace.Settings };
        }

        for (int i = 0; i < trace.Entries.Count; i++)
        {
            if (trace.Entries[i].Kind == TraceKind.HostCrash && i > 0 && trace.Entries[i - 1].Kind == TraceKind.Step)
                yield return Without(trace, i - 1, 1);
        }

        for (int i = 0; i < trace.Entries.Count; i++)
        {
            for (int lost = 0; lost < trace.Entries[i].Lost.Count; lost++)
                yield return Keeping(trace, i, lost);
        }
    }

    /// <summary>At a context switch: the activity that was left goes on first.</summary>
    private static Trace? Later(IReadOnlyList<TraceEntry> entries, int at)
    {
        bool steps = entries[at].Kind == TraceKind.Step && entries[at - 1].Kind == TraceKind.Step;
        if (!steps || entries[at].Who == entries[at - 1].Who)
            return null;
        string left = entries[at - 1].Who;
        int next = at;
        while (next < entries.Count && entries[next].Kind == TraceKind.Step && entries[next].Who != left)
            next++;
        int end = next;
        while (end < entries.Count && entries[end].Kind == TraceKind.Step && entries[end].Who == left)
            end++;
        if (end == next)
            return null;
        List<TraceEntry> moved = [.. entries];
        moved.RemoveRange(next, end - next);
        moved.InsertRange(at, entries.Skip(next).Take(end - next));
        return new Trace(string.Empty, [], null, null, moved);
    }

    private static Trace Without(Trace trace, int start, int count)
    {
        List<TraceEntry> entries = [.. trace.Entries];
        entries.RemoveRange(start, count);
        return trace with { Entries = entries };
    }

    private static Trace Keeping(Trace trace, int crash, int lost)
    {
        List<string> fewer = [.. trace.Entries[crash].Lost];
        fewer.RemoveAt(lost);
        List<TraceEntry> entries = [.. trace.Entries];
        entries[crash] = entries[crash] with { Lost = fewer };
        return trace with { Entries = entries };
    }

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
