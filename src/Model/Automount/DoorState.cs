using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <summary>How far a door is.</summary>
internal enum DoorStage
{
    /// <summary>Nobody asked for it.</summary>
    Shut,

    /// <summary>Somebody asked, and somebody else holds its lock.</summary>
    Locked,

    /// <summary>Somebody asked, and nothing stands in the way but perhaps a backup.</summary>
    Wanted,

    /// <summary>It shows the real directory.</summary>
    Open,
}

/// <summary>One door of a room.</summary>
/// <param name="name">Below the automount directory.</param>
internal sealed class DoorState(FilePath name)
{
    public FilePath Name { get; } = name;

    public DoorStage Stage { get; set; }

    /// <summary>Who waits at it, first come first.</summary>
    public List<AutomountToken> Parked { get; } = [];

    /// <summary>The lock file, open, while its shared lock is held or waited for.</summary>
    public Handle? Lock { get; set; }
}
