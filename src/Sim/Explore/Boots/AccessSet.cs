namespace TwoDoors.Sim.Explore.Boots;

/// <summary>A set of accesses, by the numbers that an <see cref="AccessTable"/> gives them.</summary>
internal sealed class AccessSet
{
    private ulong[] words = new ulong[4];

    /// <summary>Adds a number.</summary>
    public void Add(int number)
    {
        int word = number >> 6;
        if (word >= words.Length)
            Array.Resize(ref words, Math.Max(word + 1, words.Length * 2));
        words[word] |= 1UL << (number & 63);
    }

    /// <summary>Adds all of another set.</summary>
    /// <returns>True when one of them was missing.</returns>
    public bool Add(AccessSet other)
    {
        if (other.words.Length > words.Length)
            Array.Resize(ref words, other.words.Length);
        ulong missing = 0;
        for (int i = 0; i < other.words.Length; i++)
        {
            missing |= other.words[i] & ~words[i];
            words[i] |= other.words[i];
        }

        return missing != 0;
    }

    /// <summary>True when the sets have a number in common.</summary>
    public bool Meets(AccessSet other)
    {
        int count = Math.Min(words.Length, other.words.Length);
        for (int i = 0; i < count; i++)
        {
            if ((words[i] & other.words[i]) != 0)
                return true;
        }

        return false;
    }

    /// <summary>True for a number of the set.</summary>
    public bool Has(int number) => number >> 6 < words.Length && (words[number >> 6] & (1UL << (number & 63))) != 0;

    /// <summary>The smallest number from this one on, or -1.</summary>
    public int Next(int from)
    {
        for (int word = from >> 6; word < words.Length; word++)
        {
            ulong left = words[word];
            if (word == from >> 6)
                left &= ulong.MaxValue << (from & 63);
            if (left != 0)
                return (word << 6) + System.Numerics.BitOperations.TrailingZeroCount(left);
        }

        return -1;
    }

    /// <summary>Another set of the same numbers.</summary>
    public AccessSet Copy() => new() { words = [.. words] };

    /// <summary>Removes all.</summary>
    public void Clear() => Array.Clear(words);
}
