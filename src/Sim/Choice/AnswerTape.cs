using System.Globalization;
using System.Text;

namespace TwoDoors.Sim.Choice;

/// <summary>All answers of one execution in the order in which they were asked for, as numbers; 0 is always the quiet
/// one. Nearly all are, so only the others are kept, each with the number of quiet answers before it.</summary>
/// <remarks>Who goes on, a crash, what survives, a fault, an entry of a directory stream: whatever the world decides is
/// one answer. A tape says nothing of the strategy that made it.</remarks>
public sealed class AnswerTape
{
    private readonly List<(int Quiet, int Answer)> loud = [];
    private int quiet;

    /// <summary>Answers that are not the quiet one.</summary>
    public int LoudCount => loud.Count;

    /// <summary>Adds the quiet answer, so many times.</summary>
    public void AddQuiet(int count = 1) => quiet += count;

    /// <summary>Adds an answer.</summary>
    /// <param name="answer">At least 0.</param>
    public void Add(int answer)
    {
        if (answer == 0)
        {
            quiet++;
            return;
        }

        loud.Add((quiet, answer));
        quiet = 0;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        loud.Clear();
        quiet = 0;
    }

    /// <summary>A tape with the same answers.</summary>
    public AnswerTape Copy()
    {
        AnswerTape copy = new() { quiet = quiet };
        copy.loud.AddRange(loud);
        return copy;
    }

    /// <summary>Reads the answers from the first on.</summary>
    public AnswerTapeReader Read() => new(loud);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <returns>Null where it is no tape.</returns>
    public static AnswerTape? Parse(string text)
    {
        AnswerTape tape = new();
        foreach (string part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] numbers = part.Split(':');
            if (numbers.Length != 2
                || !int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out int before)
                || !int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out int answer)
                || answer == 0)
            {
                return null;
            }

            tape.loud.Add((before, answer));
        }

        return tape;
    }

    /// <summary>Such as "57:1 0:3": 57 quiet answers, a 1, a 3, and then quiet ones only.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach ((int before, int answer) in loud)
            text.Append(CultureInfo.InvariantCulture, $"{(text.Length > 0 ? " " : "")}{before}:{answer}");
        return text.ToString();
    }
}

/// <summary>Reads a tape; behind its end all answers are quiet.</summary>
public sealed class AnswerTapeReader
{
    private readonly List<(int Quiet, int Answer)> loud;
    private int next;
    private int passed;

    internal AnswerTapeReader(List<(int Quiet, int Answer)> loud) => this.loud = loud;

    /// <summary>True when only quiet answers follow.</summary>
    public bool IsEnd => next == loud.Count;

    /// <summary>The next answer.</summary>
    public int Next()
    {
        if (next == loud.Count || passed < loud[next].Quiet)
        {
            passed++;
            return 0;
        }

        passed = 0;
        return loud[next++].Answer;
    }
}
