using TwoDoors.Model.Backup;
using TwoDoors.Model.Multipath;
using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <summary>One automount directory and its rooms.</summary>
public sealed record AutodirOptions
{
    /// <summary>Where names appear when they are touched: -d.</summary>
    public required FilePath Directory { get; init; }

    /// <summary>Makes and checks the real directories: -m and -o.</summary>
    public required IModule Module { get; init; }

    /// <summary>How long a door goes unused before it closes: -t; zero: it never does.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Backups: -b and all that goes with it; null: none.</summary>
    public BackupOptions? Backup { get; init; }

    /// <summary>Where it is written down which backups are owed. Needed with <see cref="Backup"/>.</summary>
    public FilePath State { get; init; }

    /// <summary>Where lock files are: -k and -r; null: no locks.</summary>
    public FilePath? Locks { get; init; }

    /// <summary>The names of the doors: -a and -x.</summary>
    public DoorNames Doors { get; init; } = new(null);

    /// <summary>Usually all as they are.</summary>
    public RoomRules Rules { get; init; } = new();
}
