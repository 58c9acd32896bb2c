using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>Decides a whole execution: a chain of boots, each but the last ended by a crash of the host.</summary>
internal interface IExecutionDriver : IDriver
{
    /// <summary>Another boot begins.</summary>
    void BeginBoot();

    /// <summary>The power went: says which pending changes do not survive.</summary>
    /// <param name="lost">One for each, oldest first; to be filled in. What needs a lost change is lost with
    /// it.</param>
    void Lose(Span<bool> lost);
}
