using TwoDoors.Model.World;

namespace TwoDoors.Sim.Kernel;

/// <summary>Calls of a host that are not file calls.</summary>
public enum OtherCallKind
{
    /// <summary>It is a file call.</summary>
    None,

    /// <summary>Something is handed to the outside.</summary>
    Hand,

    /// <summary>The activity waits for the clock.</summary>
    Wait,

    /// <summary>A call to the kernel's other doors: mounts, programs, automounts, letters. Channel says which, Subject
    /// about what.</summary>
    Door,
}

/// <summary>A pending call that is not a file call.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Channel">To whom something is handed.</param>
/// <param name="Subject">About what.</param>
/// <param name="Until">When the wait is over.</param>
public readonly record struct OtherCall(OtherCallKind Kind, FilePath Channel, FilePath Subject, TimeSpan Until);
