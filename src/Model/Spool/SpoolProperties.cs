using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>What is claimed of a spool, as Wietse Venema asked it in the thread of the seed: "without sending
/// duplicate messages and without losing mail", also "if the system crashes while it is recovering".</summary>
public static class SpoolProperties
{
    /// <summary>The claims over the spools that feed the ledger's queues.</summary>
    /// <param name="spools">The directories S.</param>
    /// <param name="asWritten">True adds the claim that only the seed makes.</param>
    public static IReadOnlyList<Property> Of(IReadOnlyList<FilePath> spools, bool asWritten) =>
        [.. OfAll(spools), .. asWritten ? [LoopOneSuffices] : Array.Empty<Property>()];

    private static Property LoopOneSuffices => new(
        "loop-one-suffices",
        "R6.2: the second loop of recovery never meets an m that the first one left.",
        ClaimTime.Always,
        view => LedgerOf(view).Catastrophe ? "the second loop met an m: a catastrophic failure of the strategy" : null);

    private static IReadOnlyList<Property> OfAll(IReadOnlyList<FilePath> spools) =>
    [
        new("no-loss", "When all has run to its end, every queue has delivered every message.", ClaimTime.AtEnd, Loss),
        new("no-duplicate", "No queue delivers a message twice, unless its consumer crashed before settling the first.",
            ClaimTime.Always, Duplicate),
        new("no-corruption", "What a queue delivers is a message, byte for byte.", ClaimTime.Always, Corruption),
        new("recovery-converges", "When all has run to its end, nothing of a message is left in the spool.",
            ClaimTime.AtEnd, view => Left(view, spools)),
        new("all-or-nothing", "When all has run to its end, a message is in all queues or in none.",
            ClaimTime.AtEnd, Partly),
        new("delivered", "Some run delivers every message to every queue.", ClaimTime.Sometimes, Undelivered),
    ];

    private static SpoolLedger LedgerOf(IWorldView view) => view.Ledger as SpoolLedger
        ?? throw new ArgumentException("The claims of a spool need a SpoolLedger in the subject.", nameof(view));

    private static string? Loss(IWorldView view) => LedgerOf(view).Stopped ? null : Undelivered(view);

    private static string? Undelivered(IWorldView view) => First(
        LedgerOf(view),
        (ledger, queue, message) => ledger.Delivered(queue, message) == 0
            ? $"{ledger.Queues[queue]} never delivered message {message + 1}"
            : null);

    private static string? Duplicate(IWorldView view) => First(
        LedgerOf(view),
        (ledger, queue, message) => ledger.Delivered(queue, message) > 1 + ledger.Excused(queue, message)
            ? $"{ledger.Queues[queue]} delivered message {message + 1} {Times(ledger.Delivered(queue, message))}"
            : null);

    private static string? Corruption(IWorldView view)
    {
        SpoolLedger ledger = LedgerOf(view);
        for (int queue = 0; queue < ledger.Queues.Count; queue++)
        {
            if (ledger.Corrupt(queue) > 0)
                return $"{ledger.Queues[queue]} delivered something that is no message";
        }

        return null;
    }

    private static string? Left(IWorldView view, IReadOnlyList<FilePath> spools)
    {
        if (LedgerOf(view).Stopped)
            return null;
        foreach (FilePath spool in spools)
        {
            foreach (FilePath name in view.Names(spool))
            {
                if ("smt"u8.Contains(name.Bytes[0]))
                    return $"{spool / name} is still there";
            }
        }

        return null;
    }

    private static string? Partly(IWorldView view)
    {
        SpoolLedger ledger = LedgerOf(view);
        if (ledger.Stopped)
            return null;
        for (int message = 0; message < ledger.MessageCount; message++)
        {
            int queues = 0;
            for (int queue = 0; queue < ledger.Queues.Count; queue++)
                queues += ledger.Delivered(queue, message) > 0 ? 1 : 0;
            if (queues > 0 && queues < ledger.Queues.Count)
                return $"message {message + 1} went to {queues} of {ledger.Queues.Count} queues";
        }

        return null;
    }

    private static string? First(SpoolLedger ledger, Func<SpoolLedger, int, int, string?> broken)
    {
        for (int queue = 0; queue < ledger.Queues.Count; queue++)
        {
            for (int message = 0; message < ledger.MessageCount; message++)
            {
                if (broken(ledger, queue, message) is string says)
                    return says;
            }
        }

        return null;
    }

    private static string Times(int count) => count == 2 ? "twice" : "three times or more";
}
