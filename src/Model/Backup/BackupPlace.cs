namespace TwoDoors.Model.Backup;

/// <summary>One of the places in which a backup may run: a mailbox holds as many letters as there are free places, so
/// that to take one is to wait for one.</summary>
public enum BackupPlace
{
    /// <summary>Free, until it is taken.</summary>
    Free,
}
