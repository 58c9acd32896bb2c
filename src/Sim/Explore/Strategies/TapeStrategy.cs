using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>Repeats the answers of a tape. A world in which an answer has no meaning is another one: that is a
/// divergence, and from there on the quiet answer is given.</summary>
internal sealed class TapeStrategy(AnswerTape tape) : IStrategy
{
    private AnswerTapeReader answers = tape.Read();

    /// <summary>The question to which the answer of the tape was none, and that answer; or null.</summary>
    public string? Divergence { get; private set; }

    /// <summary>True when every answer of the tape was asked for.</summary>
    public bool IsAtEnd => answers.IsEnd;

    /// <inheritdoc/>
    public void Begin(ulong seed, long execution)
    {
        answers = tape.Read();
        Divergence = null;
    }

    /// <inheritdoc/>
    public int Choose(IScheduling point) => TurnOrder.IndexOf(point, Next(point.Count, "who goes on"));

    /// <inheritdoc/>
    public int Pick(int count) => Next(count, "what the world answers");

    /// <inheritdoc/>
    public void End(int steps, bool failed)
    {
    }

    private int Next(int count, string question)
    {
        int answer = Divergence is null ? answers.Next() : 0;
        if (answer < count)
            return answer;
        Divergence = $"the question {question} with {count} answers, and the tape answers {answer}";
        return 0;
    }
}
