using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>Every answer is the quiet one: no crash, no fault, no switch that is not forced.</summary>
internal sealed class QuietDriver : IDriver
{
    /// <inheritdoc/>
    public int Pick(string question, IReadOnlyList<string> answers) => 0;

    /// <inheritdoc/>
    public Decision Decide(Machine machine) => Turns.Meaning(machine, 0);

    /// <inheritdoc/>
    public void Stepped(Machine machine, Activity? activity)
    {
    }
}
