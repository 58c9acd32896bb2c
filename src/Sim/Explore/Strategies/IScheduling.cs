using TwoDoors.Model.Claims;
using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>A point of an execution where somebody has to go on: all that a strategy sees of a world. The pending
/// operation of every activity is visible before it is made.</summary>
public interface IScheduling
{
    /// <summary>How many activities can make a step; 0 at the end.</summary>
    int Count { get; }

    /// <summary>Index of the activity that made the last step, if it can make another one; else -1.</summary>
    int Continuing { get; }

    /// <summary>The number of the activity at an index: the same one keeps it through the execution, numbers are small,
    /// and lower ones come first.</summary>
    int this[int index] { get; }

    /// <summary>What the step of the activity at an index may touch.</summary>
    Footprint PendingAt(int index);

    /// <summary>The number of the activity that makes this one; -1 for those that are there from the start.</summary>
    int MakerOf(int activity);

    /// <summary>True once the activity was made: it can run, waits, or has ended.</summary>
    bool IsMade(int activity);

    /// <summary>Equal for equal states: what follows is then equal too.</summary>
    Fingerprint StateFingerprint();
}
