using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>Repeats an execution from its tape.</summary>
internal sealed class TapeDriver(AnswerTape tape) : IExecutionDriver
{
    private readonly AnswerTapeReader answers = tape.Read();

    /// <summary>True when an answer of the tape was none to the question that was asked: the world is another
    /// one.</summary>
    public bool HasDiverged { get; private set; }

    /// <inheritdoc/>
    public void BeginBoot()
    {
    }

    /// <inheritdoc/>
    public int Pick(string question, IReadOnlyList<string> answers) => Next(answers.Count);

    /// <inheritdoc/>
    public Decision Decide(Machine machine)
    {
        int answer = Next(Turns.PowerOff(machine) + 1);
        if (HasDiverged)
            return new Decision(DecisionKind.Abandon);
        return answer == Turns.PowerOff(machine)
            ? new Decision(DecisionKind.PowerOff)
            : Turns.Meaning(machine, answer);
    }

    /// <inheritdoc/>
    public void Stepped(Machine machine, Activity? activity)
    {
    }

    /// <inheritdoc/>
    public void Lose(Span<bool> lost)
    {
        for (int i = 0; i < lost.Length; i++)
            lost[i] = Next(2) == 1;
    }

    private int Next(int count)
    {
        int answer = answers.Next();
        HasDiverged |= answer >= count;
        return HasDiverged ? 0 : answer;
    }
}
