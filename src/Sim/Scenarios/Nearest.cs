namespace TwoDoors.Sim.Scenarios;

/// <summary>Finds the word that a user probably meant.</summary>
public static class Nearest
{
    /// <summary>The ending of an error message: <c>; did you mean 'x'?</c> where a valid word is near, else all of
    /// them.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="valid">What could have been written; the first of equally near words wins.</param>
    public static string Hint(string word, IReadOnlyList<string> valid)
    {
        if (valid.Count == 0)
            return "; none is valid here";
        return Word(word, valid) is { } near
            ? $"; did you mean '{near}'?"
            : $"; expected one of: {string.Join(", ", valid)}";
    }

    /// <summary>The nearest word, or null when none is near: at most a third of the letters differ, or one is the
    /// beginning of the other.</summary>
    public static string? Word(string word, IReadOnlyList<string> valid)
    {
        string? best = null;
        int bestDistance = Math.Max(1, word.Length / 3) + 1;
        foreach (string candidate in valid)
        {
            int distance = Distance(word, candidate);
            if (distance < bestDistance)
                (best, bestDistance) = (candidate, distance);
        }

        return best ?? Beginning(word, valid);
    }

    /// <summary>Letters to insert, remove, replace or swap with the next one.</summary>
    public static int Distance(string from, string to)
    {
        int[][] costs = new int[from.Length + 1][];
        for (int i = 0; i <= from.Length; i++)
        {
            costs[i] = new int[to.Length + 1];
            for (int j = 0; j <= to.Length; j++)
                costs[i][j] = i == 0 || j == 0 ? i + j : Cheapest(costs, from, to, i, j);
        }

        return costs[from.Length][to.Length];
    }

    private static string? Beginning(string word, IReadOnlyList<string> valid)
    {
        foreach (string candidate in valid)
        {
            if (word.Length >= 2 && candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return candidate;
        }

        return null;
    }

    private static int Cheapest(int[][] costs, string from, string to, int i, int j)
    {
        bool equal = char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]);
        int cost = Math.Min(costs[i - 1][j - 1] + (equal ? 0 : 1), Math.Min(costs[i - 1][j], costs[i][j - 1]) + 1);
        bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
        return swapped ? Math.Min(cost, costs[i - 2][j - 2] + 1) : cost;
    }
}
