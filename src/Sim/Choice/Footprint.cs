namespace TwoDoors.Sim.Choice;

/// <summary>All accesses that a step may make, known before it is made. Two steps of which no accesses conflict
/// commute: either order gives both the same answers and leads to the same state.</summary>
/// <remarks>Two accesses are held in place, because most steps make no more; only others need memory.</remarks>
public readonly struct Footprint : IEquatable<Footprint>
{
    private readonly int count;

    private Footprint(int count, Access first, Access second, Access[]? more)
    {
        this.count = count;
        First = first;
        Second = second;
        More = more;
    }

    /// <summary>Of a step that commutes with every other.</summary>
    public static Footprint None => default;

    /// <summary>The first access, when there is one.</summary>
    public Access First { get; }

    /// <summary>The second access, when there is one.</summary>
    public Access Second { get; }

    /// <summary>Those after the second, if any.</summary>
    private Access[]? More { get; }

    /// <summary>How many accesses there are.</summary>
    public int Count => count;

    /// <summary>True when there are none.</summary>
    public bool IsEmpty => count == 0;

    /// <summary>The access with this index.</summary>
    public Access this[int index] => index switch
    {
        0 => First,
        1 => Second,
        _ => More![index - 2],
    };

    /// <summary>True for the same accesses in the same order.</summary>
    public static bool operator ==(in Footprint left, in Footprint right) => left.Equals(right);

    /// <summary>False for the same accesses in the same order.</summary>
    public static bool operator !=(in Footprint left, in Footprint right) => !left.Equals(right);

    /// <summary>A step of one access.</summary>
    public static Footprint Of(in Access access) => new(1, access, default, null);

    /// <summary>A step of two accesses.</summary>
    public static Footprint Of(in Access first, in Access second) => new(2, first, second, null);

    /// <summary>A step of any number of accesses.</summary>
    public static Footprint Of(ReadOnlySpan<Access> accesses) => accesses.Length switch
    {
        0 => None,
        1 => Of(accesses[0]),
        2 => Of(accesses[0], accesses[1]),
        _ => new(accesses.Length, accesses[0], accesses[1], accesses[2..].ToArray()),
    };

    /// <summary>True when an access of one and an access of the other conflict.</summary>
    public bool Conflicts(in Footprint other)
    {
        if (count == 1 && other.count == 1)
            return First.Conflicts(other.First);
        for (int mine = 0; mine < count; mine++)
        {
            Access access = this[mine];
            for (int its = 0; its < other.count; its++)
            {
                if (access.Conflicts(other[its]))
                    return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public bool Equals(Footprint other) =>
        count == other.count && First == other.First && Second == other.Second
        && More.AsSpan().SequenceEqual(other.More);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Footprint other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(count, First, Second);
}
