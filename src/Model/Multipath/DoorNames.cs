using TwoDoors.Model.World;

namespace TwoDoors.Model.Multipath;

/// <summary>Which name is which door of which base.</summary>
/// <param name="prefix">One byte put before the base for the high door; null where there is one door only, to which
/// every name is its own base.</param>
/// <remarks>One prefix is stripped, no more: with the prefix '.', "..u" is the high door of ".u". A base that begins
/// with the prefix cannot be reached through the low door; that follows from the original.</remarks>
public sealed class DoorNames(byte? prefix)
{
    /// <summary>The base and the door of a name.</summary>
    /// <returns>Null for a name that is the prefix alone, which names nothing.</returns>
    public (FilePath Base, Door Door)? Of(FilePath name)
    {
        if (prefix is not byte mark || name.Length == 0 || name.Bytes[0] != mark)
            return (name, Door.Low);
        return name.Length == 1 ? null : (name.From(1), Door.High);
    }

    /// <summary>The name of a door of a base.</summary>
    public FilePath NameOf(FilePath baseName, Door door) =>
        door == Door.Low || prefix is not byte mark ? baseName : FilePath.Of([mark]) + baseName;

    /// <summary>The doors that a base has, the low one first.</summary>
    public IReadOnlyList<Door> Doors { get; } = prefix is null ? [Door.Low] : [Door.Low, Door.High];
}
