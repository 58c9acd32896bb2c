namespace TwoDoors.Sim.Explore;

/// <summary>The answers of one execution, and what else could have been answered: depth-first search over all of
/// them by counting, as one counts with digits of different bases.</summary>
internal sealed class Tape
{
    private readonly List<int> answers = [];
    private readonly List<int> counts = [];
    private int position;
    private int repeated;

    /// <summary>True once every repeated answer was given: what follows was not seen before.</summary>
    public bool IsFresh => position >= repeated;

    /// <summary>Answers given in this execution.</summary>
    public int Length => position;

    /// <summary>Which part of all executions is before this one, if all answers lead to equally many.</summary>
    public double Part => TreeEstimate.Before(answers, counts);

    /// <summary>The next answer: the recorded one, or the first.</summary>
    /// <exception cref="InvalidOperationException">The same answers led to another question: the world is not
    /// deterministic.</exception>
    public int Next(int count)
    {
        if (position < repeated)
        {
            if (counts[position] != count)
            {
                throw new InvalidOperationException(
                    $"Not deterministic: answer {position} was one of {counts[position]}, now of {count}. Something "
                    + "iterates over a hash set, keeps static state, or asks the real clock.");
            }

            return answers[position++];
        }

        answers.Add(0);
        counts.Add(count);
        position++;
        return 0;
    }

    /// <summary>Begins another execution with the same answers up to the last one that can be changed.</summary>
    /// <returns>False when every execution was seen.</returns>
    public bool Advance()
    {
        int last = position - 1;
        while (last >= 0 && answers[last] + 1 >= counts[last])
            last--;
        if (last < 0)
            return false;
        answers[last]++;
        answers.RemoveRange(last + 1, answers.Count - last - 1);
        counts.RemoveRange(last + 1, counts.Count - last - 1);
        repeated = last + 1;
        position = 0;
        return true;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        answers.Clear();
        counts.Clear();
        position = 0;
        repeated = 0;
    }

    /// <summary>The answers given so far in this execution.</summary>
    public int[] Answers() => [.. answers[..position]];
}
