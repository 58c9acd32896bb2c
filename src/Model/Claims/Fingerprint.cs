using System.Numerics;

namespace TwoDoors.Model.Claims;

/// <summary>A 128-bit hash that grows with what is added, in order. Equal content, equal fingerprint, in every run
/// and on every machine.</summary>
/// <param name="High">The upper half.</param>
/// <param name="Low">The lower half.</param>
public readonly record struct Fingerprint(ulong High, ulong Low)
{
    // Even, so that a pair of numbers can be had back from what Absorb makes of it.
    private const ulong EvenOne = 0xC2B2AE3D27D4EB4E;
    private const ulong EvenTwo = 0x165667B19E3779F8;

    /// <summary>The fingerprint of nothing.</summary>
    public static Fingerprint Empty => new(0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F);

    /// <summary>This content followed by a number.</summary>
    public Fingerprint Add(ulong value)
    {
        unchecked
        {
            ulong high = Mix(High ^ (value * 0x9FB21C651E98DF25));
            ulong low = Mix(Low + (value ^ 0xD6E8FEB86659FD93) + BitOperations.RotateLeft(high, 31));
            return new Fingerprint(high, low);
        }
    }

    /// <summary>This content followed by a number.</summary>
    public Fingerprint Add(long value) => Add(unchecked((ulong)value));

    /// <summary>This content followed by two numbers, as one round: other than by two rounds of one number each, and
    /// in half their time.</summary>
    /// <remarks>For a given content, different pairs give different fingerprints: each half is a bijection.</remarks>
    public Fingerprint Add(ulong first, ulong second)
    {
        unchecked
        {
            ulong high = Mix(High ^ (first * 0x9FB21C651E98DF25) ^ BitOperations.RotateLeft(Low, 23));
            ulong low = Mix(Low + (second * 0xD6E8FEB86659FD93) + BitOperations.RotateLeft(High, 31));
            return new Fingerprint(high, low);
        }
    }

    /// <summary>This content followed by two numbers, but not mixed through: <see cref="Add(ulong)"/> has to follow
    /// before it is compared or summed.</summary>
    /// <remarks>For a given content, different pairs give different results: both steps are bijections.</remarks>
    public Fingerprint Absorb(ulong first, ulong second)
    {
        unchecked
        {
            ulong one = (first + (second * EvenOne)) * 0x9FB21C651E98DF25;
            ulong two = (second + (first * EvenTwo)) * 0xD6E8FEB86659FD93;
            return new Fingerprint(
                BitOperations.RotateLeft(High ^ one, 31) * 0x9E3779B97F4A7C15,
                BitOperations.RotateLeft(Low + two, 29) * 0xBF58476D1CE4E5B9);
        }
    }

    /// <summary>This content followed by bytes and their count, many at a time: for what is long.</summary>
    public Fingerprint AddBlocks(ReadOnlySpan<byte> bytes)
    {
        Fingerprint sum = this;
        int length = bytes.Length;
        for (; bytes.Length >= 16; bytes = bytes[16..])
            sum = sum.Absorb(BitConverter.ToUInt64(bytes), BitConverter.ToUInt64(bytes[8..]));
        if (bytes.Length > 0)
        {
            ulong first = bytes.Length >= 8 ? BitConverter.ToUInt64(bytes) : Tail(bytes);
            ulong second = bytes.Length > 8 ? Tail(bytes[8..]) : 0;
            sum = sum.Absorb(first, second);
        }

        return sum.Add((ulong)length);
    }

    /// <summary>This content followed by bytes and their count.</summary>
    public Fingerprint Add(ReadOnlySpan<byte> bytes)
    {
        Fingerprint sum = Add((ulong)bytes.Length);
        while (bytes.Length >= 8)
        {
            sum = sum.Add(BitConverter.ToUInt64(bytes));
            bytes = bytes[8..];
        }

        return bytes.Length == 0 ? sum : sum.Add(Tail(bytes));
    }

    /// <summary>A sum in which order does not count: for sets.</summary>
    public Fingerprint Plus(Fingerprint other) => unchecked(new(High + other.High, Low + other.Low));

    /// <summary>Takes back what <see cref="Plus"/> added.</summary>
    public Fingerprint Minus(Fingerprint other) => unchecked(new(High - other.High, Low - other.Low));

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((int)(Low ^ (High >> 32)));

    /// <inheritdoc/>
    public override string ToString() => $"{High:x16}{Low:x16}";

    private static ulong Tail(ReadOnlySpan<byte> bytes)
    {
        ulong tail = 0;
        foreach (byte b in bytes)
            tail = (tail << 8) | b;
        return tail;
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
