namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>What a question on a tape is about.</summary>
public enum TapeQuestion
{
    /// <summary>Who makes the next step?</summary>
    Run,

    /// <summary>What does the world answer?</summary>
    Pick,

    /// <summary>Where does a crash happen?</summary>
    Place,

    /// <summary>What survives a crash?</summary>
    Cut,
}

/// <summary>The answers of one execution in their order, each with what it was an answer to. Questions with one answer
/// are not on it.</summary>
/// <remarks>It is used again for one execution after another, and grows to the longest one.</remarks>
public sealed class ScheduleTape
{
    private const int AnswerBits = 28;
    private const int AnswerMask = (1 << AnswerBits) - 1;

    private long[] entries = new long[64];

    /// <summary>How many answers there are.</summary>
    public int Length { get; private set; }

    /// <summary>An answer: the question, how many answers it had, and which one was given.</summary>
    public (TapeQuestion Question, int Count, int Answer) this[int index]
    {
        get
        {
            long entry = index < Length ? entries[index] : throw new ArgumentOutOfRangeException(nameof(index));
            return (
                (TapeQuestion)(entry >> (2 * AnswerBits)),
                (int)((entry >> AnswerBits) & AnswerMask),
                (int)(entry & AnswerMask));
        }
    }

    /// <summary>Forgets all answers.</summary>
    public void Clear() => Length = 0;

    /// <summary>Writes down an answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="count">How many answers it has, below 2^28.</param>
    /// <param name="answer">The one given.</param>
    public void Add(TapeQuestion question, int count, int answer)
    {
        if (Length == entries.Length)
            Array.Resize(ref entries, Length * 2);
        entries[Length++] = ((long)question << (2 * AnswerBits)) | ((long)count << AnswerBits) | (uint)answer;
    }

    /// <summary>A copy of its own.</summary>
    public ScheduleTape Copy()
    {
        ScheduleTape copy = new() { entries = [.. entries.AsSpan(0, Math.Max(1, Length))], Length = Length };
        return copy;
    }
}
