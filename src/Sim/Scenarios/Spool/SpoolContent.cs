using System.Globalization;
using System.Text;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Scenarios.Spool;

/// <summary>What lies in the spools before the first boot.</summary>
internal static class SpoolContent
{
    /// <summary>The name of a message, counted from 1 in its spool.</summary>
    public static FilePath Name(int number) => "s" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The hidden file of a message that is to get a used name, counted from 0.</summary>
    public static FilePath Staged(int number) => ".next" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The body of a message: no two are alike.</summary>
    /// <param name="number">Counted from 1 over all spools.</param>
    /// <param name="lengthBytes">At least 16.</param>
    public static byte[] Body(int number, int lengthBytes)
    {
        StringBuilder text = new();
        while (text.Length < lengthBytes)
            text.Append(CultureInfo.InvariantCulture, $"message {number,6}\n");
        return Encoding.ASCII.GetBytes(text.ToString(0, lengthBytes));
    }

    /// <summary>The files of all spools.</summary>
    /// <param name="spools">The spools.</param>
    /// <param name="bodies">The messages, dealt out to the spools in turn.</param>
    /// <param name="reuseName">True: all but the first wait for its name.</param>
    public static List<KeyValuePair<FilePath, byte[]>> Files(
        IReadOnlyList<FilePath> spools,
        IReadOnlyList<byte[]> bodies,
        bool reuseName)
    {
        List<KeyValuePair<FilePath, byte[]>> files = [];
        for (int i = 0; i < bodies.Count; i++)
        {
            FilePath name = reuseName && i > 0 ? Staged(i - 1) : Name((i / spools.Count) + 1);
            files.Add(new(spools[i % spools.Count] / name, bodies[i]));
        }

        return files;
    }

    /// <summary>Directories with all that lead to them, parents first.</summary>
    public static List<FilePath> WithParents(IEnumerable<FilePath> directories)
    {
        SortedSet<FilePath> all = [];
        foreach (FilePath directory in directories)
        {
            for (FilePath path = directory; path != (FilePath)"/"u8; path = path.Parent)
                all.Add(path);
        }

        return [.. all];
    }
}
