using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Kernel.Files;

/// <summary>How many faults of each kind may still happen: a part of the explored state.</summary>
public sealed class FaultBudget
{
    private const int Kinds = (int)FaultKind.LostReply + 1;

    private readonly int[] left = new int[Kinds];

    /// <summary>The kinds by their names in scenarios, in the order of <see cref="FaultKind"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "eio-read", "eio-write", "eio-fsync", "eio-close", "eio-readdir", "eio-stat",
        "enospc", "edquot", "short-write", "einval-fsync-directory", "lost-reply",
    ];

    /// <summary>The kinds of which at least one may still happen, as bits.</summary>
    internal int Open { get; private set; }

    /// <summary>How many have happened since this object was made.</summary>
    public int Spent { get; private set; }

    /// <summary>How many of this kind may still happen.</summary>
    public int Left(FaultKind kind) => left[(int)kind];

    /// <summary>From now on this many of this kind may happen.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="count">At least 0.</param>
    public void Set(FaultKind kind, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        left[(int)kind] = count;
        Open = count == 0 ? Open & ~(1 << (int)kind) : Open | (1 << (int)kind);
    }

    /// <summary>From now on these many may happen, and none of the kinds that are not named.</summary>
    /// <param name="counts">Name of a kind, and how many.</param>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public void Set(IReadOnlyList<KeyValuePair<string, int>> counts)
    {
        for (int kind = 0; kind < Kinds; kind++)
            Set((FaultKind)kind, 0);
        foreach (KeyValuePair<string, int> count in counts)
            Set(Named(count.Key), count.Value);
    }

    /// <summary>From now on as many may happen as in the other budget.</summary>
    public void Set(FaultBudget other)
    {
        other.left.AsSpan().CopyTo(left);
        Open = other.Open;
    }

    /// <summary>Equal for equal counts.</summary>
    public Fingerprint Fingerprint()
    {
        Fingerprint sum = Model.Claims.Fingerprint.Empty;
        if (Open == 0)
            return sum;
        for (int kind = 0; kind < Kinds; kind++)
            sum = sum.Add((long)left[kind]);
        return sum;
    }

    internal void Spend(FaultKind kind)
    {
        Spent++;
        Set(kind, left[(int)kind] - 1);
    }

    private static FaultKind Named(string name)
    {
        for (int kind = 0; kind < Kinds; kind++)
        {
            if (Names[kind] == name)
                return (FaultKind)kind;
        }

        throw new ArgumentException($"no fault {name}; there are {string.Join(", ", Names)}", nameof(name));
    }
}
