namespace TwoDoors.Model.Automount;

/// <summary>Named points of a room.</summary>
public enum RoomPoint
{
    /// <summary>A request is parked behind a lock of its door.</summary>
    LockWaited,

    /// <summary>A request is parked behind a backup.</summary>
    BackupWaited,

    /// <summary>The real directory is there; it is not shown yet.</summary>
    Prepared,

    /// <summary>A door shows the real directory; nobody was told.</summary>
    Opened,

    /// <summary>A door is closed; nobody was told.</summary>
    Closed,

    /// <summary>It is written down that a backup is owed.</summary>
    Owed,

    /// <summary>A backup was started.</summary>
    Launched,

    /// <summary>A backup is being ended.</summary>
    Ending,

    /// <summary>Nothing of a backup is left.</summary>
    Ended,
}
