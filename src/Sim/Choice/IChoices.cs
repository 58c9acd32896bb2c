namespace TwoDoors.Sim.Choice;

/// <summary>The one door through which everything that the world may decide is asked.</summary>
public interface IChoices
{
    /// <summary>Asks a question.</summary>
    /// <param name="question">What is to be decided, readable, such as "fault unlink /S/s1": replay compares
    /// it.</param>
    /// <param name="answers">At least two; the first is the quiet one (no fault, nothing lost, no switch).</param>
    /// <returns>The index of the answer.</returns>
    int Pick(string question, IReadOnlyList<string> answers);
}
