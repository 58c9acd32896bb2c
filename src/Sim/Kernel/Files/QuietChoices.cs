using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Kernel.Files;

/// <summary>A world in which nothing surprising happens: the first answer, always.</summary>
public sealed class QuietChoices : IChoices
{
    /// <inheritdoc/>
    public int Pick(string question, IReadOnlyList<string> answers) => 0;
}
