namespace TwoDoors.Sim.Scenarios;

/// <summary>A piece of a document, with its place. Immutable.</summary>
/// <param name="At">Where it starts.</param>
public abstract record Node(Position At)
{
    /// <summary>What it is in the user's words, such as "a list".</summary>
    public abstract string Kind { get; }
}

/// <summary>A single value.</summary>
/// <param name="At">Where it starts.</param>
/// <param name="Text">Without quotes.</param>
/// <param name="Plain">True when it was written without quotes.</param>
public sealed record Scalar(Position At, string Text, bool Plain) : Node(At)
{
    /// <summary>Where the first letter of the text is: of a block, below the sign that begins it. Each further line of
    /// a block begins in the same column.</summary>
    public Position TextAt { get; init; } = At;

    /// <summary>True for a key that was written without any value.</summary>
    public bool IsEmpty => Plain && Text.Length == 0;

    /// <inheritdoc/>
    public override string Kind => IsEmpty ? "nothing" : $"'{Text}'";
}

/// <summary>Values in order.</summary>
/// <param name="At">Where it starts.</param>
/// <param name="Items">In order.</param>
public sealed record Sequence(Position At, IReadOnlyList<Node> Items) : Node(At)
{
    /// <inheritdoc/>
    public override string Kind => "a list";
}

/// <summary>Keys and values.</summary>
/// <param name="At">Where it starts.</param>
/// <param name="Entries">In the order written; no key twice.</param>
public sealed record Mapping(Position At, IReadOnlyList<Entry> Entries) : Node(At)
{
    /// <inheritdoc/>
    public override string Kind => "keys and values";

    /// <summary>The entry of a key, or null.</summary>
    public Entry? Find(string key)
    {
        foreach (Entry entry in Entries)
        {
            if (entry.Key == key)
                return entry;
        }

        return null;
    }
}

/// <summary>One key and its value.</summary>
/// <param name="At">Where the key starts.</param>
/// <param name="Key">Without quotes.</param>
/// <param name="Value">What follows the colon.</param>
public sealed record Entry(Position At, string Key, Node Value);
