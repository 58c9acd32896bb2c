using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <summary>What the suboptions of -o say of real directories.</summary>
public sealed record ModuleOptions
{
    /// <summary>Below which they are: realpath.</summary>
    public required FilePath Real { get; init; }

    /// <summary>How many index directories: level, 0 to 2.</summary>
    public int Level { get; init; } = Levels.Max;

    /// <summary>Permission bits of a real directory: mode.</summary>
    public int Mode { get; init; } = 0x1C0;

    /// <summary>A directory whose first owner was somebody else goes here, and a new one is made: renamedir. Null: it
    /// changes its owner.</summary>
    public FilePath? StaleTo { get; init; }

    /// <summary>What is copied into a new directory: skel. Null: nothing.</summary>
    public FilePath? Skeleton { get; init; }

    /// <summary>A directory that is there is taken as it is: nocheck.</summary>
    public bool TrustsExisting { get; init; }
}
