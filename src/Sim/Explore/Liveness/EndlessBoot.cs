using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore.Liveness;

/// <summary>A boot that made more calls than it may, in words.</summary>
/// <remarks>The state of protocol code cannot be seen. What can be seen is that the same activities make the same calls
/// and are answered the same, round after round, and nobody outside learns anything: that is called a livelock
/// here.</remarks>
internal static class EndlessBoot
{
    /// <summary>So many rounds are taken for endlessly many.</summary>
    private const int Rounds = 3;

    /// <summary>In one line.</summary>
    /// <param name="machine">As the end of the boot left it.</param>
    /// <param name="entries">What happened, if that was written down.</param>
    public static string Says(Machine machine, IReadOnlyList<TimelineEntry>? entries)
    {
        string limit = machine.IsOutOfPatience
            ? $"no end {machine.Patience} rounds after all that went wrong"
            : $"no end after {machine.Steps} calls";
        if (entries is null)
            return limit;
        TimelineEntry[] calls = [.. LastBoot(entries)];
        int length = LengthOfRound(calls);
        if (length == 0)
            return $"{limit}; {machine.Waiting}";
        TimelineEntry[] round = Begin(calls, length);
        bool isRefused = machine.Held.Length > 0 && Array.Exists(round, call => call.Result == nameof(Errno.EAGAIN));
        string held = isRefused ? $"; {machine.Held}" : "";
        string[] who = [.. round.Select(call => call.Who).Distinct()];
        string steps = length == 1
            ? $"step {round[0].Step} repeats"
            : $"steps {round[0].Step} to {round[^1].Step} repeat";
        string what = string.Join(", ", round.Select(Short));
        string goes = who.Length == 1 ? "goes" : "go";
        return $"livelock: {string.Join(" and ", who)} {goes} round for ever ({steps}: {what}){held}; {limit}";
    }

    /// <summary>A call, with what it answered where that is a word.</summary>
    private static string Short(TimelineEntry call) =>
        call.Result.Length == 0 || call.Result.Contains(' ', StringComparison.Ordinal)
            ? call.What
            : $"{call.What}: {call.Result}";

    /// <summary>The calls since the last crash; a fault begins nothing new.</summary>
    private static IEnumerable<TimelineEntry> LastBoot(IReadOnlyList<TimelineEntry> entries) => entries
        .Reverse()
        .TakeWhile(entry => entry.Kind is not (TraceKind.HostCrash or TraceKind.ProcessCrash))
        .Where(entry => entry.Kind == TraceKind.Step)
        .Reverse();

    /// <summary>The shortest round with which the calls end again and again; 0 when there is none.</summary>
    private static int LengthOfRound(TimelineEntry[] calls)
    {
        for (int length = 1; length * Rounds <= calls.Length; length++)
        {
            int first = calls.Length - (length * Rounds);
            int same = 0;
            while (first + same + length < calls.Length && AreSame(calls[first + same], calls[first + same + length]))
                same++;
            if (same == length * (Rounds - 1))
                return length;
        }

        return 0;
    }

    /// <summary>The first of the rounds.</summary>
    private static TimelineEntry[] Begin(TimelineEntry[] calls, int length)
    {
        int first = calls.Length - length;
        while (first > 0 && AreSame(calls[first - 1], calls[first - 1 + length]))
            first--;
        return calls[first..(first + length)];
    }

    private static bool AreSame(TimelineEntry one, TimelineEntry other) =>
        (one.Who, one.What, one.Result) == (other.Who, other.What, other.Result) && other.Outside is null;
}
