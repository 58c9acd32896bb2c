namespace TwoDoors.Model.Backup;

/// <summary>When backups run, and what an access does to a running one.</summary>
public sealed record BackupOptions
{
    /// <summary>What a signal is given before the next, harder one.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromSeconds(1);

    /// <summary>The command: -b.</summary>
    public required CommandTemplate Command { get; init; }

    /// <summary>From the unmount of the last door to the start: -w, 0 to 86,400 seconds.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>How many may run at a time: -c, at least 1.</summary>
    public int RunningMax { get; init; } = 200;

    /// <summary>A backup that is older is ended: -L; zero: never.</summary>
    public TimeSpan Life { get; init; }

    /// <summary>How nice a backup is: -p less 21, -20 to 19.</summary>
    public int Nice { get; init; } = 19;

    /// <summary>An access through the low door waits for a running backup: -n.</summary>
    public bool LowWaits { get; init; }

    /// <summary>An access neither ends a backup nor waits for it: -N. It overrides <see cref="LowWaits"/>, and is the
    /// only mode in which a backup and a user may be in the room together.</summary>
    public bool KillsNone { get; init; }

    /// <summary>How long an owed backup that failed, was ended or could not be started waits for the next try. A wait
    /// of its own: the original tried again only after the next access.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromSeconds(60);
}
