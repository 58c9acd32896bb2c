namespace TwoDoors.Model.Automount;

/// <summary>Decisions of a room in which Autodir as it was written goes another way, each with the claim that it breaks
/// then. All true: ours. Scenarios set one to false, and must be caught.</summary>
public sealed record RoomRules
{
    /// <summary>The lock of a door is taken before anything is done to a backup. (Deviation a: the backup was ended
    /// first, so a backup that held the lock itself had no protection.) Breaks low-lock-protects.</summary>
    public bool LockBeforeBackup { get; init; } = true;

    /// <summary>Who waits for the lock of one door keeps nobody from the other. (Deviations b and c, and B8: one string
    /// mutex for the base.) Breaks doors-are-independent.</summary>
    public bool LocksApart { get; init; } = true;

    /// <summary>That no door is open is looked at in the step that starts a backup. (B1 and B11: it was looked at when
    /// the backup was queued.) Breaks no-backup-beside-a-door.</summary>
    public bool LaunchLooks { get; init; } = true;

    /// <summary>An owed backup is written down before the door opens. (B12 and B25: a backup that was ended, or a queue
    /// that a crash took, was forgotten.) Breaks changed-is-owed.</summary>
    public bool OwedBeforeOpen { get; init; } = true;

    /// <summary>A backup has ended once nothing of its group is left. (B4: once its first process had.) Breaks
    /// no-entry-beside-a-backup.</summary>
    public bool WaitsForGroup { get; init; } = true;

    /// <summary>A signal that asks comes before the one that does not. Breaks terminate-before-kill.</summary>
    public bool AsksFirst { get; init; } = true;

    /// <summary>With -n the low door waits. Breaks low-waits.</summary>
    public bool KeepsLowWaiting { get; init; } = true;
}
