using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report;

/// <summary>Some entries, and how many times more the same ones come right after them.</summary>
/// <param name="Entries">To be shown.</param>
/// <param name="More">At least 3, or 0.</param>
internal readonly record struct RepeatedSteps(ArraySegment<TimelineEntry> Entries, int More)
{
    private const int LengthMax = 8;
    private const int Least = 3;

    /// <summary>Cuts entries into such pieces, in order.</summary>
    public static IEnumerable<RepeatedSteps> Of(TimelineEntry[] entries)
    {
        int at = 0;
        while (at < entries.Length)
        {
            RepeatedSteps piece = At(entries, at);
            yield return piece;
            at += piece.Entries.Count * (piece.More + 1);
        }
    }

    private static RepeatedSteps At(TimelineEntry[] entries, int at)
    {
        for (int length = 1; length <= LengthMax; length++)
        {
            int same = 0;
            while (at + same + length < entries.Length && AreSame(entries[at + same], entries[at + same + length]))
                same++;
            if (same / length >= Least)
                return new RepeatedSteps(new ArraySegment<TimelineEntry>(entries, at, length), same / length);
        }

        return new RepeatedSteps(new ArraySegment<TimelineEntry>(entries, at, 1), 0);
    }

    private static bool AreSame(TimelineEntry one, TimelineEntry other) =>
        one.Kind == TraceKind.Step
        && other.Kind == TraceKind.Step
        && (one.Boot, one.Who, one.What, one.Result) == (other.Boot, other.Who, other.What, other.Result)
        && one.Changed.Count + other.Changed.Count == 0
        && one.Outside is null
        && other.Outside is null;
}
