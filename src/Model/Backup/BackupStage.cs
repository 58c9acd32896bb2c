namespace TwoDoors.Model.Backup;

/// <summary>How far the backup of a base is.</summary>
public enum BackupStage
{
    /// <summary>None runs; whether one is owed is another question.</summary>
    None,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>Its group was sent SIGTERM.</summary>
    Terminating,

    /// <summary>Its group was sent SIGKILL.</summary>
    Killing,

    /// <summary>Its program has ended, and nothing of its group is left but, perhaps, to be reaped.</summary>
    Gone,
}
