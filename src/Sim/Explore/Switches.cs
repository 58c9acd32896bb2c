using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore;

/// <summary>Counts what a reader has to keep in mind.</summary>
internal static class Switches
{
    /// <summary>Times an activity was left and came back later in the same boot, and answers that were not
    /// quiet.</summary>
    public static int Count(IReadOnlyList<TimelineEntry> entries)
    {
        int count = 0;
        for (int i = 0; i < entries.Count; i++)
        {
            if (entries[i].Kind == TraceKind.Pick)
                count++;
            if (entries[i].Kind != TraceKind.Step || i == 0 || entries[i - 1].Kind != TraceKind.Step)
                continue;
            if (entries[i - 1].Who != entries[i].Who && ComesBack(entries, i))
                count++;
        }

        return count;
    }

    private static bool ComesBack(IReadOnlyList<TimelineEntry> entries, int at)
    {
        string left = entries[at - 1].Who;
        for (int i = at; i < entries.Count; i++)
        {
            if (entries[i].Kind is TraceKind.HostCrash or TraceKind.ProcessCrash)
                return false;
            if (entries[i].Kind == TraceKind.Step && entries[i].Who == left)
                return true;
        }

        return false;
    }
}
