using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>Repeats an execution from its tape.</summary>
internal sealed class TapeDriver(AnswerTape tape) : IExecutionDriver
{
    private readonly AnswerTapeReader given = tape.Read();
    private int last;

    /// <summary>The question to which the answer of the tape was none, and that answer; or null. The world is another
    /// one then.</summary>
    public string? Divergence { get; private set; }

    /// <summary>True when every answer of the tape was asked for.</summary>
    public bool IsAtEnd => given.IsEnd;

    /// <inheritdoc/>
    public void BeginBoot()
    {
    }

    /// <inheritdoc/>
    public int Pick(string question, IReadOnlyList<string> answers) =>
        Next(answers.Count) ?? Diverge($"the question '{question}' with the answers {string.Join(", ", answers)}");

    /// <inheritdoc/>
    public Decision Decide(Machine machine)
    {
        if (Divergence is not null)
            return new Decision(DecisionKind.Abandon);
        if (Next(Turns.PowerOff(machine) + 1) is not { } answer)
        {
            Diverge($"the question who goes on of {Names(machine)}");
            return new Decision(DecisionKind.Abandon);
        }

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
            lost[i] = (Next(2) ?? Diverge("the question which pending changes survive")) == 1;
    }

    /// <summary>The next answer; null where the question has none of this number.</summary>
    private int? Next(int count)
    {
        if (Divergence is not null)
            return 0;
        last = given.Next();
        return last < count ? last : null;
    }

    private int Diverge(string question)
    {
        Divergence = $"{question}, and the tape answers {last}";
        return 0;
    }

    private static string Names(Machine machine) => machine.Runnable.Count == 0
        ? "nobody"
        : string.Join(", ", machine.Runnable.Select(activity => activity.Name));
}
