using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore;

/// <summary>Says where what happens departs from a trace.</summary>
internal static class TraceDifference
{
    /// <summary>Null where both are the same; else the first entry that is not: what was met and expected.</summary>
    public static string? Between(IReadOnlyList<TraceEntry> met, IReadOnlyList<TraceEntry> expected)
    {
        int same = Same(met, expected);
        return same == met.Count && same == expected.Count
            ? null
            : At(same, Describe(same < met.Count ? met[same] : null), expected.ElementAtOrDefault(same));
    }

    /// <summary>The sentence about something else that was met, behind all that is the same.</summary>
    public static string At(IReadOnlyList<TraceEntry> met, string question, IReadOnlyList<TraceEntry> expected)
    {
        int same = Same(met, expected);
        return At(same, question, expected.ElementAtOrDefault(same));
    }

    /// <summary>The sentence about an entry.</summary>
    /// <param name="entry">Its index.</param>
    /// <param name="met">What was met, in words.</param>
    /// <param name="expected">The entry; null behind the last one.</param>
    public static string At(int entry, string met, TraceEntry? expected) =>
        $"entry {entry + 1} of the trace: met {met}, expected {Describe(expected)}";

    private static int Same(IReadOnlyList<TraceEntry> met, IReadOnlyList<TraceEntry> expected)
    {
        int same = 0;
        while (same < met.Count && same < expected.Count && IsSame(met[same], expected[same]))
            same++;
        return same;
    }

    private static bool IsSame(TraceEntry one, TraceEntry other) =>
        one.Kind == other.Kind && one.Who == other.Who && one.What == other.What && one.Lost.SequenceEqual(other.Lost);

    private static string Describe(TraceEntry? entry) => entry switch
    {
        null => "the end of the trace",
        { Kind: TraceKind.Step } => $"'{entry.Who}: {entry.What}'",
        { Kind: TraceKind.Pick } => $"the question '{entry.Who}' answered '{entry.What}'",
        { Kind: TraceKind.ProcessCrash } => "a crash of all processes",
        _ => $"a crash that loses [{string.Join(", ", entry.Lost)}]",
    };
}
