using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report;

/// <summary>What became of a change that a call left pending.</summary>
public enum Fate
{
    /// <summary>No power failed later in its boot.</summary>
    Pending,

    /// <summary>It was durable when the power failed.</summary>
    Durable,

    /// <summary>It was not durable, and survived all the same.</summary>
    Luck,

    /// <summary>It was not durable, and is lost.</summary>
    Lost,
}

/// <summary>Looks forward from a call to the next power cut.</summary>
public static class Fates
{
    /// <summary>The place of the power cut that ends the boot of an entry, or -1.</summary>
    public static int CrashAfter(Timeline timeline, int index)
    {
        int boot = timeline.Entries[index].Boot;
        for (int i = index + 1; i < timeline.Entries.Count && timeline.Entries[i].Boot == boot; i++)
        {
            if (timeline.Entries[i].Kind == TraceKind.HostCrash)
                return i;
        }

        return -1;
    }

    /// <summary>What became of a change.</summary>
    /// <param name="timeline">The execution.</param>
    /// <param name="crash">What <see cref="CrashAfter"/> said.</param>
    /// <param name="change">Its label.</param>
    public static Fate Of(Timeline timeline, int crash, string change)
    {
        if (crash < 0)
            return Fate.Pending;
        TimelineEntry entry = timeline.Entries[crash];
        return entry.Lost.Contains(change) ? Fate.Lost : entry.Changed.Contains(change) ? Fate.Luck : Fate.Durable;
    }
}
