using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <summary>What is claimed of an automounter with backups and two doors. The numbers S and L are those of the list of
/// properties in docs/autodir.md.</summary>
public static class AutodirProperties
{
    /// <summary>The claims.</summary>
    /// <param name="state">Where owed backups are written down; null without backups.</param>
    /// <param name="locks">True where doors have locks.</param>
    public static IReadOnlyList<Property> Of(FilePath? state, bool locks) =>
    [
        Moment("no-entry-beside-a-backup", "S1: no door is opened while anything of a backup is left, except with -N."),
        Moment("no-backup-beside-a-door", "S2: no backup is started while a door is open."),
        Moment("one-backup", "S3: a base has at most one backup at a time, also across restarts."),
        Moment("backups-are-bounded", "S4: no more backups run than -c allows."),
        Moment("the-same-room", "S5: a backup is given the directory that users are given."),
        Moment("ready-means-mounted", "S6: who is told that a name is there finds it."),
        Moment("low-waits", "S9: with -n nobody at the low door ends a backup; with -N nobody does."),
        Moment("no-stray-signal", "S10: no group is signalled, and none reaped, after it was reaped."),
        Moment("terminate-before-kill", "S11: SIGKILL comes only after SIGTERM and the time to obey it."),
        Moment("busy-stays", "S17: nothing is taken from who is in it."),
        Moment("answered-once", "S19: the kernel gets one answer to each question."),
        new(
            "everybody-is-answered",
            "S19, L1: when all has run to its end, nobody waits at a door.",
            ClaimTime.AtEnd,
            view => LedgerOf(view).Asking is int asking and > 0 ? $"{asking} have no answer" : null),
        .. locks
            ?
            [
                Moment("a-lock-keeps-its-door-shut", "S7: no door is opened while somebody else holds its lock."),
                Moment("low-lock-protects", "S8: a backup that holds the lock of the low door is not ended for it."),
                new(
                    "doors-are-independent",
                    "S7: some run lets a user in through one door while the other waits for its lock.",
                    ClaimTime.Sometimes,
                    view => LedgerOf(view).HasPassedLock ? null : "who waited for a lock kept all others out"),
            ]
            : Array.Empty<Property>(),
        .. state is FilePath directory ? Owed(directory) : [],
    ];

    private static IReadOnlyList<Property> Owed(FilePath directory) =>
    [
        new(
            "changed-is-owed",
            "L3: what users may have changed is owed a backup, until one that saw it has succeeded.",
            ClaimTime.Always,
            view => LedgerOf(view).Changed
                .Where(name => !view.Names(directory).Contains(name))
                .Select(name => $"{name} was changed, and nobody knows that it is owed a backup")
                .FirstOrDefault()),
        new("backed-up", "Some run backs a changed base up.", ClaimTime.Sometimes,
            view => LedgerOf(view).HasBackedUp ? null : "nothing was backed up"),
    ];

    private static Property Moment(string name, string says) =>
        new(name, says, ClaimTime.Always, view => LedgerOf(view).BreachOf(name));

    private static AutodirLedger LedgerOf(IWorldView view) => view.Ledger as AutodirLedger
        ?? throw new ArgumentException("The claims of an automounter need an AutodirLedger.", nameof(view));
}
