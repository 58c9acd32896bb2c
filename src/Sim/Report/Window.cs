using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report;

/// <summary>The call of an execution that opened the window through which it fails: where a reader should look
/// first.</summary>
/// <remarks>Witnesses are as small as they get, so whatever one still loses, switches or answers is needed. In this
/// order: the call whose change was the first to be lost, the call before the first switch to another activity that
/// comes back, the call that the world answered otherwise than usual, the call before the first crash, the last
/// call.</remarks>
/// <param name="Index">Its place among the entries.</param>
/// <param name="Why">What makes it the one, as the end of a sentence about it.</param>
public sealed record Window(int Index, string Why)
{
    /// <summary>The activity that a boot begins with: it starts the others and waits for them, and such a wait is
    /// the last switch to look at.</summary>
    private const string Boot = "main";

    /// <summary>The window of an execution; null where no claim broke, or no call was made.</summary>
    public static Window? Of(Timeline timeline)
    {
        if (timeline.Violates is null)
            return null;
        IReadOnlyList<TimelineEntry> entries = timeline.Entries;
        return Loss(entries) ?? Switch(entries, who => who != Boot) ?? Switch(entries, _ => true)
            ?? Answer(entries) ?? Crash(entries) ?? Last(entries);
    }

    private static Window? Loss(IReadOnlyList<TimelineEntry> entries)
    {
        TimelineEntry? crash = entries.FirstOrDefault(entry => entry.Lost.Count > 0);
        if (crash is null)
            return null;
        foreach ((int index, TimelineEntry entry) in entries.Index())
        {
            string? lost = entry.Boot == crash.Boot && entry.Kind == TraceKind.Step
                ? entry.Changed.FirstOrDefault(crash.Lost.Contains)
                : null;
            if (lost is not null)
                return new(index, $"its change was not durable when the power failed: {lost}");
        }

        return null;
    }

    private static Window? Switch(IReadOnlyList<TimelineEntry> entries, Func<string, bool> mayBeLeft)
    {
        for (int i = 1; i < entries.Count; i++)
        {
            bool leaves = entries[i].Kind == TraceKind.Step && entries[i - 1].Kind == TraceKind.Step
                && entries[i].Boot == entries[i - 1].Boot && entries[i].Who != entries[i - 1].Who;
            if (leaves && mayBeLeft(entries[i - 1].Who) && ComesBack(entries, i))
                return new(i - 1, $"{entries[i].Who} goes on behind it, before {entries[i - 1].Who} is done");
        }

        return null;
    }

    private static bool ComesBack(IReadOnlyList<TimelineEntry> entries, int at) => entries
        .Skip(at)
        .TakeWhile(entry => entry.Kind is TraceKind.Step or TraceKind.Pick)
        .Any(entry => entry.Kind == TraceKind.Step && entry.Who == entries[at - 1].Who);

    private static Window? Answer(IReadOnlyList<TimelineEntry> entries)
    {
        for (int i = 1; i < entries.Count; i++)
        {
            if (entries[i].Kind == TraceKind.Pick && entries[i - 1].Kind == TraceKind.Step)
                return new(i - 1, $"the world's answer was unusual: {entries[i].Who}: {entries[i].What}");
        }

        return null;
    }

    private static Window? Crash(IReadOnlyList<TimelineEntry> entries)
    {
        for (int i = 1; i < entries.Count; i++)
        {
            bool after = entries[i - 1].Kind == TraceKind.Step;
            if (after && entries[i].Kind == TraceKind.HostCrash)
                return new(i - 1, "the power failed right behind it");
            if (after && entries[i].Kind == TraceKind.ProcessCrash)
                return new(i - 1, "all processes were killed right behind it");
        }

        return null;
    }

    private static Window? Last(IReadOnlyList<TimelineEntry> entries)
    {
        for (int i = entries.Count - 1; i >= 0; i--)
        {
            if (entries[i].Kind == TraceKind.Step)
                return new(i, "the claim broke right behind it");
        }

        return null;
    }
}
