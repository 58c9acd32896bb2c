using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <summary>Where the real directory of a base is below the module's directory: level 0 REAL/name; 1 REAL/n/name; 2
/// REAL/n/na/name. A name of one letter counts it twice.</summary>
/// <remarks>The index is in small letters, the name as it is. Source: Autodir's HOWTO, "level".</remarks>
public static class Levels
{
    /// <summary>The deepest.</summary>
    public const int Max = 2;

    /// <summary>The index directories, outermost first, and then the real directory.</summary>
    /// <param name="real">The module's directory.</param>
    /// <param name="baseName">A name that <see cref="IsName"/>.</param>
    /// <param name="level">0 to <see cref="Max"/>.</param>
    public static IReadOnlyList<FilePath> PathsOf(FilePath real, FilePath baseName, int level)
    {
        byte first = Small(baseName.Bytes[0]);
        byte second = Small(baseName.Bytes[baseName.Length > 1 ? 1 : 0]);
        List<FilePath> paths = [];
        if (level > 0)
            paths.Add(real / FilePath.Of([first]));
        if (level > 1)
            paths.Add(paths[0] / FilePath.Of([first, second]));
        paths.Add((paths.Count > 0 ? paths[^1] : real) / baseName);
        return paths;
    }

    /// <summary>True for what may become the last part of a real path: one name, and with none of its index directories
    /// a way out. ("..x" at level 2 would be REAL/./../..x.)</summary>
    public static bool IsName(FilePath name) =>
        name.Length is > 0 and <= 255 && name.Bytes[0] != (byte)'.' && !name.Bytes.Contains((byte)'/');

    private static byte Small(byte letter) => letter is >= (byte)'A' and <= (byte)'Z' ? (byte)(letter + 32) : letter;
}
