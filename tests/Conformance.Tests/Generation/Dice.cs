namespace TwoDoors.Conformance.Tests.Generation;

/// <summary>A seeded source of numbers (SplitMix64), the same on every machine.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number from 0 to <paramref name="limit"/> - 1.</summary>
    internal int Below(int limit)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            ulong z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)((z ^ (z >> 31)) % (ulong)limit);
        }
    }

    internal bool OneIn(int count) => Below(count) == 0;

    internal T Of<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];
}
