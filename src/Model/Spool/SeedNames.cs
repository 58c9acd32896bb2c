using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>The seed's names: one letter for the purpose, then the XXX that all files of a message share.</summary>
/// <param name="Spool">The directory S.</param>
/// <param name="Rest">The XXX.</param>
internal readonly record struct SeedNames(FilePath Spool, FilePath Rest)
{
    /// <summary>S/sXXX, the message.</summary>
    public FilePath Source => Spool / ("s"u8 + Rest);

    /// <summary>S/tXXX, the list of destinations that is being written.</summary>
    public FilePath Temporary => Spool / ("t"u8 + Rest);

    /// <summary>S/mXXX, the list of destinations.</summary>
    public FilePath Manifest => Spool / ("m"u8 + Rest);

    /// <summary>D/dXXX, a copy.</summary>
    public FilePath Copy(FilePath destination) => destination / ("d"u8 + Rest);

    /// <summary>The names of the message that a file belongs to.</summary>
    /// <param name="spool">The directory S.</param>
    /// <param name="name">Any of them, in any directory.</param>
    public static SeedNames Of(FilePath spool, FilePath name) => new(spool, name.From(1));

    /// <summary>The list of destinations as C1.1 writes it: a path and a newline each.</summary>
    public static byte[] List(IReadOnlyList<FilePath> destinations) =>
        [.. destinations.SelectMany(destination => (byte[])[.. destination.Bytes, (byte)'\n'])];

    /// <summary>The destinations that can be made out in what a crash has left of a list.</summary>
    public static List<FilePath> Destinations(ReadOnlySpan<byte> list)
    {
        List<FilePath> destinations = [];
        foreach (Range line in list.Split((byte)'\n'))
        {
            bool ended = line.End.GetOffset(list.Length) < list.Length;
            ReadOnlySpan<byte> path = list[line];
            if (ended && path.StartsWith("/"u8) && !path.Contains((byte)0))
                destinations.Add(FilePath.Of(path));
        }

        return destinations;
    }
}
