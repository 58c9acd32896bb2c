namespace TwoDoors.Sim.Disk;

/// <summary>A file of a simulated host, for people.</summary>
/// <param name="Path">Printable, unique on its host; a directory's ends with a slash.</param>
/// <param name="What">Its length and how it begins, or where a symbolic link leads; empty for a directory.</param>
public sealed record FileLine(string Path, string What)
{
    /// <summary>All that a regular file holds.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <inheritdoc/>
    public override string ToString() => What.Length == 0 ? Path : $"{Path} {What}";
}
