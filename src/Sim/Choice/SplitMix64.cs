namespace TwoDoors.Sim.Choice;

/// <summary>A seeded sequence of numbers, the same on every machine.</summary>
/// <remarks>Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.</remarks>
/// <param name="seed">Any number; each gives its own sequence.</param>
public sealed class SplitMix64(ulong seed)
{
    private ulong state = seed;

    /// <summary>Goes on as a new sequence of this seed would.</summary>
    public void Restart(ulong seed) => state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            ulong z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A number from 0 to <paramref name="count"/> - 1, each as likely (to within 2^-32).</summary>
    /// <param name="count">At least 1.</param>
    public int Below(int count) => (int)(((Next() >> 32) * (ulong)count) >> 32);
}
