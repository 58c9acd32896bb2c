using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>Follows a trace by label.</summary>
/// <remarks>Strict: a world that asks something else than the trace answers is a divergence, which is named, and ends
/// the run. Lenient (for minimisation): an entry that does not fit is passed over, and the activity that runs goes
/// on.</remarks>
internal sealed class TraceDriver(Laboratory lab, IReadOnlyList<TraceEntry> entries, bool lenient) : IDriver
{
    private int position;

    /// <summary>How the world departed from the trace, or null.</summary>
    public string? Divergence { get; private set; }

    /// <summary>The labels that the crash which ended this boot is to lose; null when the trace ended.</summary>
    public IReadOnlyList<string>? Lost { get; private set; }

    /// <summary>The entry that comes next.</summary>
    private TraceEntry? Upcoming => position < entries.Count ? entries[position] : null;

    /// <summary>The crash was done: go on behind it.</summary>
    public void Crashed()
    {
        Lost = null;
        position++;
    }

    /// <inheritdoc/>
    public int Pick(string question, IReadOnlyList<string> answers)
    {
        if (lenient)
            return PickLeniently(question, answers);
        if (Upcoming is { Kind: TraceKind.Pick } entry && entry.Who == question)
        {
            int answer = answers.ToList().IndexOf(entry.What);
            if (answer >= 0)
            {
                position++;
                return answer;
            }

            Diverge($"the question '{question}' with the answers {string.Join(", ", answers)}");
        }

        return 0;
    }

    /// <inheritdoc/>
    public Decision Decide(Machine machine)
    {
        if (Divergence is not null)
            return new Decision(DecisionKind.Abandon);
        if (lenient)
            PassOver(machine);
        if (Upcoming is not { } entry)
        {
            return lenient
                ? Decision.Run(Index(machine, machine.Continuing?.Name))
                : new Decision(DecisionKind.Abandon);
        }

        switch (entry.Kind)
        {
            case TraceKind.HostCrash:
                Lost = entry.Lost;
                return new Decision(DecisionKind.PowerOff);
            case TraceKind.ProcessCrash:
                position++;
                return new Decision(DecisionKind.KillProcesses);
            case TraceKind.Step:
                return Step(machine, entry);
            default:
                Diverge("no question");
                return new Decision(DecisionKind.Abandon);
        }
    }

    /// <inheritdoc/>
    public void Stepped(Machine machine, Activity? activity)
    {
    }

    private Decision Step(Machine machine, TraceEntry entry)
    {
        int index = Index(machine, entry.Who);
        if (machine.Runnable.Count == 0)
        {
            if (!lenient)
                Diverge("the end of the boot");
            return lenient ? Decision.Run(0) : new Decision(DecisionKind.Abandon);
        }

        Activity activity = machine.Runnable[index];
        string call = activity.DescribePending();
        if (!lenient && (activity.Name != entry.Who || call != entry.What))
        {
            Diverge($"'{activity.Name}: {call}'");
            return new Decision(DecisionKind.Abandon);
        }

        position++;
        return Decision.Run(index);
    }

    /// <summary>Drops entries that cannot happen now: steps of activities that do not run, questions nobody
    /// asked.</summary>
    private void PassOver(Machine machine)
    {
        while (Upcoming is { } entry)
        {
            bool fits = entry.Kind switch
            {
                TraceKind.Step => machine.Runnable.Any(activity => activity.Name == entry.Who),
                TraceKind.ProcessCrash => machine.Kills < lab.Subject.ProcessCrashes,
                TraceKind.HostCrash => true,
                _ => false,
            };
            if (fits)
                return;
            position++;
        }
    }

    private int PickLeniently(string question, IReadOnlyList<string> answers)
    {
        for (int ahead = position; ahead < entries.Count; ahead++)
        {
            TraceEntry entry = entries[ahead];
            if (entry.Kind is TraceKind.HostCrash or TraceKind.ProcessCrash)
                return 0;
            if (entry.Kind != TraceKind.Pick || entry.Who != question)
                continue;
            int answer = answers.ToList().IndexOf(entry.What);
            if (ahead == position)
                position++;
            return Math.Max(0, answer);
        }

        return 0;
    }

    private static int Index(Machine machine, string? name)
    {
        for (int i = 0; i < machine.Runnable.Count; i++)
        {
            if (machine.Runnable[i].Name == name)
                return i;
        }

        return 0;
    }

    private void Diverge(string met) => Divergence = TraceDifference.At(position, met, Upcoming);
}
