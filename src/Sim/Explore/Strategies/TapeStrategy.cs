namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>Repeats the answers of a tape. A world that asks something else than the tape answers is a divergence: it
/// is named, and from there on the first answer is given.</summary>
internal sealed class TapeStrategy(ScheduleTape tape) : IStrategy
{
    private int position;
    private int step;

    /// <summary>How the world departed from the tape, or null.</summary>
    public string? Divergence { get; private set; }

    /// <summary>True when every answer was given.</summary>
    public bool IsAtEnd => position == tape.Length;

    /// <inheritdoc/>
    public void Begin(ulong seed, long execution)
    {
        position = 0;
        step = 0;
        Divergence = null;
    }

    /// <inheritdoc/>
    public int Choose(IScheduling point)
    {
        step++;
        return point.Count == 1 ? 0 : Next(TapeQuestion.Run, point.Count);
    }

    /// <inheritdoc/>
    public int Pick(int count) => Next(TapeQuestion.Pick, count);

    /// <inheritdoc/>
    public void End(int steps, bool failed)
    {
    }

    /// <summary>The next answer.</summary>
    /// <param name="question">What the world asks.</param>
    /// <param name="count">How many answers it takes.</param>
    public int Next(TapeQuestion question, int count)
    {
        if (Divergence is not null)
            return 0;
        if (IsAtEnd)
        {
            Divergence = $"step {step}: met {Describe(question, count)}, expected the end of the tape";
            return 0;
        }

        (TapeQuestion expected, int expectedCount, int answer) = tape[position];
        if (expected != question || expectedCount != count)
        {
            Divergence = $"step {step}: met {Describe(question, count)}, "
                + $"expected {Describe(expected, expectedCount)} (answer {position + 1} of the tape)";
            return 0;
        }

        position++;
        return answer;
    }

    private static string Describe(TapeQuestion question, int count) => question switch
    {
        TapeQuestion.Run => $"the question who of {count} goes on",
        TapeQuestion.Pick => $"a question with {count} answers",
        TapeQuestion.Place => $"the question which of {count} boundaries",
        _ => $"the question which of {count} crash states",
    };
}
