using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Kernel;

/// <summary>Questions that a boot's own code asks. The answer becomes a part of the asking activity's history, because
/// what the activity does next depends on it; without that, two executions that differ only in the answer would count
/// as one.</summary>
internal sealed class RememberedChoices(Machine machine) : IChoices
{
    /// <inheritdoc/>
    public int Pick(string question, IReadOnlyList<string> answers)
    {
        int answer = machine.Ask(question, answers);
        machine.Current.History = machine.Current.History.Add(answer);
        return answer;
    }
}
