using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore;

/// <summary>What one can take out of a trace: a crash, an answer of the world that is not the quiet one, a context
/// switch, a step, a lost change.</summary>
internal static class TraceRemovals
{
    /// <summary>The trace without any one of them. What then really happens a lenient replay tells.</summary>
    public static IEnumerable<Trace> Single(Trace trace)
    {
        foreach (int crash in Where(trace, entry => IsCrash(entry.Kind)))
            yield return Without(trace, crash);
        foreach (int pick in Where(trace, entry => entry.Kind == TraceKind.Pick))
            yield return Without(trace, pick);
        for (int at = 1; at < trace.Entries.Count; at++)
        {
            if (SwitchAt(trace.Entries, at) is var (_, back, end))
                yield return Moved(trace, back, end, to: at);
        }

        foreach (int crash in Where(trace, entry => entry.Kind == TraceKind.HostCrash))
        {
            if (crash > 0 && trace.Entries[crash - 1].Kind == TraceKind.Step)
                yield return Without(trace, crash - 1);
        }

        foreach (int crash in Where(trace, entry => entry.Lost.Count > 0))
        {
            for (int lost = 0; lost < trace.Entries[crash].Lost.Count; lost++)
                yield return Keeping(trace, crash, lost);
        }

        for (int at = 1; at < trace.Entries.Count; at++)
        {
            if (SwitchAt(trace.Entries, at) is var (start, back, _))
                yield return Moved(trace, at, back, to: start);
        }

        for (int at = 0; at < trace.Entries.Count; at++)
        {
            if (EndsBlock(trace.Entries, at))
                yield return Without(trace, at);
        }
    }

    /// <summary>True for a step after which another activity goes on, or the world answers. Which step of a block is
    /// left out makes no difference: a lenient replay looks at who makes it alone. The step before a power cut has its
    /// place above.</summary>
    private static bool EndsBlock(IReadOnlyList<TraceEntry> entries, int at)
    {
        if (entries[at].Kind != TraceKind.Step)
            return false;
        return at + 1 == entries.Count || (entries[at + 1].Kind != TraceKind.HostCrash
            && (entries[at + 1].Kind != TraceKind.Step || entries[at + 1].Who != entries[at].Who));
    }

    /// <summary>At a context switch to an activity, when the one that is left comes back in the same boot: where the
    /// block begins that is left, where the next one begins, and where that one ends.</summary>
    private static (int Start, int Back, int End)? SwitchAt(IReadOnlyList<TraceEntry> entries, int at)
    {
        if (entries[at].Kind != TraceKind.Step || OwnerOf(entries, at - 1) is not { } left || left == entries[at].Who)
            return null;
        int back = at;
        while (back < entries.Count && OwnerOf(entries, back) is { } owner && owner != left)
            back++;
        int end = back;
        while (end < entries.Count && OwnerOf(entries, end) == left)
            end++;
        int start = at - 1;
        while (start > 0 && OwnerOf(entries, start - 1) == left)
            start--;
        return end == back ? null : (start, back, end);
    }

    /// <summary>Who made the step, or the step before an answer of the world; null for a crash and right after
    /// it.</summary>
    private static string? OwnerOf(IReadOnlyList<TraceEntry> entries, int at)
    {
        while (at >= 0 && entries[at].Kind == TraceKind.Pick)
            at--;
        return at >= 0 && entries[at].Kind == TraceKind.Step ? entries[at].Who : null;
    }

    private static bool IsCrash(TraceKind kind) => kind is TraceKind.HostCrash or TraceKind.ProcessCrash;

    private static IEnumerable<int> Where(Trace trace, Func<TraceEntry, bool> wanted) =>
        Enumerable.Range(0, trace.Entries.Count).Where(at => wanted(trace.Entries[at]));

    private static Trace Moved(Trace trace, int start, int end, int to)
    {
        List<TraceEntry> entries = [.. trace.Entries];
        entries.RemoveRange(start, end - start);
        entries.InsertRange(to, trace.Entries.Take(end).Skip(start));
        return trace with { Entries = entries };
    }

    private static Trace Without(Trace trace, int at)
    {
        List<TraceEntry> entries = [.. trace.Entries];
        entries.RemoveAt(at);
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
}
