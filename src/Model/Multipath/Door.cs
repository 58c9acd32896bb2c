namespace TwoDoors.Model.Multipath;

/// <summary>Two doors to the same room: two names below the automount directory that show one real directory.</summary>
public enum Door
{
    /// <summary>The regular name, such as user1. With -n, who comes through it waits for a backup.</summary>
    Low,

    /// <summary>The name with the prefix, such as .user1. Who comes through it never waits for a backup.</summary>
    High,
}
