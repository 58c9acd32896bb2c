namespace TwoDoors.Sim.Explore;

/// <summary>Whoever decides himself which of the other answers to some questions are tried.</summary>
internal interface ITurns
{
    /// <summary>What was known after this answer of the tape belongs to an execution that is not gone on
    /// with.</summary>
    void DropAfter(int position);

    /// <summary>Another answer to the question at this place of the tape, or -1.</summary>
    int NextAt(int position);
}

/// <summary>The answers of one execution, and what else could have been answered: depth-first search over all of
/// them by counting, as one counts with digits of different bases.</summary>
internal sealed class Tape
{
    private readonly List<int> answers = [];
    private readonly List<int> counts = [];
    private readonly List<int> limits = [];
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
    public int Next(int count) => Next(count, 0, count);

    /// <summary>The next answer: the recorded one, or the one that is given.</summary>
    /// <param name="count">How many answers there are.</param>
    /// <param name="first">What is answered the first time.</param>
    /// <param name="limit">How many of the answers are tried; 0: <see cref="ITurns"/> says which.</param>
    /// <exception cref="InvalidOperationException">The same answers led to another question: the world is not
    /// deterministic.</exception>
    public int Next(int count, int first, int limit)
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

        answers.Add(first);
        counts.Add(count);
        limits.Add(limit);
        position++;
        return first;
    }

    /// <summary>Begins another execution with the same answers up to the last one that can be changed.</summary>
    /// <param name="turns">Decides where a limit is 0.</param>
    /// <returns>False when every execution was seen.</returns>
    public bool Advance(ITurns? turns = null)
    {
        int last = position - 1;
        while (last >= 0 && !Change(last, turns))
            last--;
        if (last < 0)
            return false;
        int after = last + 1;
        answers.RemoveRange(after, answers.Count - after);
        counts.RemoveRange(after, counts.Count - after);
        limits.RemoveRange(after, limits.Count - after);
        repeated = after;
        position = 0;
        return true;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        answers.Clear();
        counts.Clear();
        limits.Clear();
        position = 0;
        repeated = 0;
    }

    /// <summary>The answers given so far in this execution.</summary>
    public int[] Answers() => [.. answers[..position]];

    private bool Change(int place, ITurns? turns)
    {
        turns?.DropAfter(place);
        if (limits[place] > 0)
            return ++answers[place] < limits[place];
        int next = turns?.NextAt(place) ?? -1;
        if (next >= 0)
            answers[place] = next;
        return next >= 0;
    }
}
