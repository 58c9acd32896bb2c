using TwoDoors.Model.World;

namespace TwoDoors.Real.Linux;

/// <summary>Paths as libc wants them: bytes with a NUL behind the last one.</summary>
internal static class NativePath
{
    /// <summary>What callers set aside on their stack; longer paths are put on the heap.</summary>
    public const int RoomBytes = 256;

    /// <summary>The path with its NUL.</summary>
    /// <param name="path">Without NUL, which <see cref="FilePath"/> sees to.</param>
    /// <param name="room">Used where the path fits.</param>
    public static ReadOnlySpan<byte> Of(FilePath path, Span<byte> room)
    {
        Span<byte> target = path.Length < room.Length ? room : new byte[path.Length + 1];
        path.Bytes.CopyTo(target);
        target[path.Length] = 0;
        return target[..(path.Length + 1)];
    }
}
