namespace TwoDoors.Model.Automount;

/// <summary>What a room is told. In brackets: the letter's number and text.</summary>
public enum RoomLetter
{
    /// <summary>Somebody waits at a door (token; the door's name).</summary>
    Asked,

    /// <summary>Nobody used a door for long (token; the door's name).</summary>
    Unused,

    /// <summary>The lock of a door was given back by who held it (0; the door's name).</summary>
    LockFree,

    /// <summary>A place for a backup is free and reserved for this room.</summary>
    PlaceGranted,

    /// <summary>The backup's program has ended (its exit code).</summary>
    BackupEnded,

    /// <summary>Nothing of the backup's group is left.</summary>
    BackupGone,

    /// <summary>A door is open already, left by an earlier process (0; the door's name).</summary>
    FoundOpen,

    /// <summary>A backup still runs that an earlier process started (its group).</summary>
    FoundBackup,

    /// <summary>A backup was owed when the host or the daemon went down.</summary>
    FoundOwed,

    /// <summary>The daemon stops.</summary>
    Stop,
}
