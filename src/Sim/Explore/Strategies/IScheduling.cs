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

    /// <summary>The number of the activity at an index: the same one keeps it through the execution, and numbers are
    /// given in the order of making.</summary>
    int this[int index] { get; }

    /// <summary>What the step of the activity at an index may touch.</summary>
    Footprint PendingAt(int index);
}
