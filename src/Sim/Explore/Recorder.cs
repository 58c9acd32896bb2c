using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>Writes down, as text, everything that another driver decides and what came of it. Of the world's answers
/// only those that are not the quiet one: a replay gives the quiet one where the trace says nothing.</summary>
internal sealed class Recorder(IDriver inner) : IDriver
{
    private readonly List<TimelineEntry> asked = [];
    private string ledger = string.Empty;
    private int atoms;

    /// <summary>True while a call is made: what the world is asked then comes after the call in a trace.</summary>
    private bool inCall;

    /// <summary>What happened, in order.</summary>
    public List<TimelineEntry> Entries { get; } = [];

    /// <summary>Which boot of the trace this is, from 1.</summary>
    public int Boot { get; set; } = 1;

    /// <summary>Calls so far in the trace.</summary>
    public int Steps { get; private set; }

    /// <summary>A recorder around a driver that goes on where another one stopped, if there was one.</summary>
    public static Recorder After(Recorder? before, IDriver inner)
    {
        Recorder next = new(inner);
        if (before is not null)
            next.Continue(before);
        return next;
    }

    /// <summary>Goes on where another recorder stopped: one boot later.</summary>
    public void Continue(Recorder before)
    {
        Entries.AddRange(before.Entries);
        Boot = before.Boot + 1;
        Steps = before.Steps;
    }

    /// <summary>Begins a boot: nothing is pending.</summary>
    public void BeginBoot(string ledgerBefore)
    {
        atoms = 0;
        ledger = ledgerBefore;
    }

    /// <inheritdoc/>
    public int Pick(string question, IReadOnlyList<string> answers)
    {
        int answer = inner.Pick(question, answers);
        if (answer == 0)
            return 0;
        string given = answers[answer];
        (inCall ? asked : Entries).Add(
            new TimelineEntry(TraceKind.Pick, Boot, Steps, question, given, string.Empty, [], [], null));
        return answer;
    }

    /// <inheritdoc/>
    public Decision Decide(Machine machine)
    {
        Decision decision = inner.Decide(machine);
        inCall = decision.Kind == DecisionKind.Run && machine.Runnable.Count > 0;
        if (decision.Kind == DecisionKind.KillProcesses)
        {
            Entries.Add(new TimelineEntry(
                TraceKind.ProcessCrash, Boot, Steps, "host", string.Empty, string.Empty, [], [], null));
        }

        return decision;
    }

    /// <inheritdoc/>
    public void Stepped(Machine machine, Activity? activity)
    {
        inner.Stepped(machine, activity);
        inCall = false;
        if (activity is null)
            return;
        Steps++;
        List<string> changed = [];
        for (; atoms < machine.Disk.AtomCount; atoms++)
            changed.Add(machine.Disk.LabelOf(atoms));
        string now = machine.Ledger.Describe();
        string? said = now == ledger ? null : now;
        ledger = now;
        Entries.Add(new TimelineEntry(
            TraceKind.Step,
            Boot,
            Steps,
            activity.Name,
            activity.LastCall ?? string.Empty,
            activity.LastResult ?? string.Empty,
            changed,
            [],
            said)
        {
            At = activity.PendingAt,
        });
        Entries.AddRange(asked);
        asked.Clear();
    }

    /// <summary>The host lost power.</summary>
    /// <param name="lost">What did not survive.</param>
    /// <param name="kept">What survived although nothing had made it durable.</param>
    /// <param name="before">The files just before it, for timelines.</param>
    public void PowerOff(IReadOnlyList<string> lost, IReadOnlyList<string> kept, IReadOnlyList<FileLine> before) =>
        Entries.Add(new TimelineEntry(
            TraceKind.HostCrash, Boot, Steps, "host", string.Empty, string.Empty, kept, lost, null)
        {
            Before = before,
        });

    /// <summary>The trace of what was recorded.</summary>
    public Trace ToTrace(Subject subject, string? violates, string? says) => new(
        subject.Name,
        subject.Settings,
        violates,
        says,
        [.. Entries.Select(entry => new TraceEntry(entry.Kind, entry.Who, entry.What, entry.Lost))]);
}
