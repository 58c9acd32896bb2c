using TwoDoors.Model.World;

namespace TwoDoors.Sim.Kernel.Files;

/// <summary>How a path ends.</summary>
internal enum LastKind
{
    /// <summary>With a name.</summary>
    Name,

    /// <summary>With ".".</summary>
    Dot,

    /// <summary>With "..".</summary>
    DotDot,

    /// <summary>It has slashes only.</summary>
    Root,
}

/// <summary>A path cut into its components once, because protocols use the same paths again and again.</summary>
internal sealed class ParsedPath
{
    /// <summary>NAME_MAX.</summary>
    internal const int NameBytesMax = 255;

    /// <summary>PATH_MAX without the terminator.</summary>
    internal const int PathBytesMax = 4095;

    internal ParsedPath(FilePath path)
    {
        Path = path;
        ReadOnlySpan<byte> rest = path.Bytes;
        Error = rest.Length == 0 ? Errno.ENOENT : rest.Length > PathBytesMax ? Errno.ENAMETOOLONG : Errno.Ok;
        Absolute = path.IsAbsolute;
        TrailingSlash = rest.Length > 0 && rest[^1] == (byte)'/';
        List<FilePath> names = [];
        while (Error == Errno.Ok && rest.Length > 0)
        {
            int slash = rest.IndexOf((byte)'/');
            ReadOnlySpan<byte> name = slash < 0 ? rest : rest[..slash];
            if (name.Length > 0)
                names.Add(name);
            rest = slash < 0 ? default : rest[(slash + 1)..];
        }

        Names = [.. names];
        Kinds = new LastKind[Names.Length];
        for (int i = 0; i < Names.Length; i++)
            Kinds[i] = Names[i] == "."u8 ? LastKind.Dot : Names[i] == ".."u8 ? LastKind.DotDot : LastKind.Name;
    }

    internal FilePath Path { get; }

    internal FilePath[] Names { get; }

    internal LastKind[] Kinds { get; }

    internal bool Absolute { get; }

    internal bool TrailingSlash { get; }

    /// <summary>ENOENT for the empty path, ENAMETOOLONG, or Ok.</summary>
    internal Errno Error { get; }
}
