using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace TwoDoors.Model.World;

/// <summary>A path or a single name: any bytes but NUL, as on Linux. Immutable.</summary>
/// <remarks>Printed as UTF-8 where the bytes are UTF-8, with <c>\xHH</c> for every other byte, for control bytes
/// and for the backslash, so that two paths never print alike.</remarks>
public readonly struct FilePath : IEquatable<FilePath>, IComparable<FilePath>
{
    private readonly byte[]? bytes;

    private FilePath(byte[] bytes) => this.bytes = bytes;

    /// <summary>The bytes, without a terminator. The array behind it is never changed.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>0 for the empty path.</summary>
    public int Length => bytes?.Length ?? 0;

    /// <summary>True for a path that starts at the root.</summary>
    public bool IsAbsolute => Length > 0 && Bytes[0] == (byte)'/';

    /// <summary>What follows the last slash; the whole path where there is none.</summary>
    public FilePath Name => new(Bytes[(Bytes.LastIndexOf((byte)'/') + 1)..].ToArray());

    /// <summary>What precedes the last slash: "/" for a name in the root, "." for a bare name.</summary>
    public FilePath Parent => Bytes.LastIndexOf((byte)'/') switch
    {
        < 0 => "."u8,
        0 => "/"u8,
        int slash => Bytes[..slash],
    };

    /// <summary>Compares bytes.</summary>
    public static bool operator ==(FilePath left, FilePath right) => left.Equals(right);

    /// <summary>Compares bytes.</summary>
    public static bool operator !=(FilePath left, FilePath right) => !left.Equals(right);

    /// <summary>Orders by bytes.</summary>
    public static bool operator <(FilePath left, FilePath right) => left.CompareTo(right) < 0;

    /// <summary>Orders by bytes.</summary>
    public static bool operator >(FilePath left, FilePath right) => left.CompareTo(right) > 0;

    /// <summary>Orders by bytes.</summary>
    public static bool operator <=(FilePath left, FilePath right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by bytes.</summary>
    public static bool operator >=(FilePath left, FilePath right) => left.CompareTo(right) >= 0;

    /// <summary>The path of <paramref name="name"/> in the directory <paramref name="directory"/>.</summary>
    public static FilePath operator /(FilePath directory, FilePath name)
    {
        ReadOnlySpan<byte> head = directory.Bytes;
        bool slash = head.Length > 0 && head[^1] != (byte)'/';
        byte[] joined = new byte[head.Length + (slash ? 1 : 0) + name.Length];
        head.CopyTo(joined);
        if (slash)
            joined[head.Length] = (byte)'/';
        name.Bytes.CopyTo(joined.AsSpan(joined.Length - name.Length));
        return new FilePath(joined);
    }

    /// <summary>The path with these bytes appended to its last name.</summary>
    public static FilePath operator +(FilePath head, FilePath tail)
    {
        byte[] joined = new byte[head.Length + tail.Length];
        head.Bytes.CopyTo(joined);
        tail.Bytes.CopyTo(joined.AsSpan(head.Length));
        return new FilePath(joined);
    }

    /// <summary>The path with these bytes.</summary>
    /// <param name="bytes">Copied.</param>
    public static implicit operator FilePath(ReadOnlySpan<byte> bytes) => Of(bytes);

    /// <summary>The path with the UTF-8 bytes of <paramref name="text"/>.</summary>
    /// <param name="text">Without NUL.</param>
    public static implicit operator FilePath(string text) => Of(text);

    /// <summary>The path with these bytes.</summary>
    /// <param name="bytes">Copied.</param>
    /// <exception cref="ArgumentException">There is a NUL among them.</exception>
    public static FilePath Of(ReadOnlySpan<byte> bytes) => Owning(bytes.ToArray());

    /// <summary>The path with the UTF-8 bytes of <paramref name="text"/>.</summary>
    /// <param name="text">Without NUL.</param>
    public static FilePath Of(string text) => Owning(Encoding.UTF8.GetBytes(text));

    /// <summary>True when the name begins with these bytes.</summary>
    public bool StartsWith(ReadOnlySpan<byte> head) => Bytes.StartsWith(head);

    /// <summary>The bytes from <paramref name="start"/> on.</summary>
    public FilePath From(int start) => new(Bytes[start..].ToArray());

    /// <inheritdoc/>
    public bool Equals(FilePath other) => Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FilePath other && Equals(other);

    /// <inheritdoc/>
    public int CompareTo(FilePath other) => Bytes.SequenceCompareTo(other.Bytes);

    /// <inheritdoc/>
    /// <remarks>Depends on the bytes alone, so it is the same in every run.</remarks>
    public override int GetHashCode()
    {
        ReadOnlySpan<byte> rest = Bytes;
        ulong hash = (ulong)rest.Length;
        for (; rest.Length >= 8; rest = rest[8..])
            hash = Round(hash, BinaryPrimitives.ReadUInt64LittleEndian(rest));
        ulong tail = 0;
        foreach (byte b in rest)
            tail = (tail << 8) | b;
        return unchecked((int)(Round(hash, tail) >> 32));
    }

    /// <inheritdoc/>
    public override string ToString() => Show(Bytes);

    private static FilePath Owning(byte[] bytes) => bytes.AsSpan().Contains((byte)0)
        ? throw new ArgumentException($"A path holds no NUL: {Show(bytes)}", nameof(bytes))
        : new FilePath(bytes);

    private static ulong Round(ulong hash, ulong word) =>
        unchecked((BitOperations.RotateLeft(hash, 23) ^ word) * 0x9E3779B97F4A7C15);

    private static string Show(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new(bytes.Length);
        while (bytes.Length > 0)
        {
            bool whole = Rune.DecodeFromUtf8(bytes, out Rune rune, out int used) == System.Buffers.OperationStatus.Done;
            bool plain = whole && !Rune.IsControl(rune) && rune.Value != '\\';
            text.Append(plain ? rune.ToString() : Escape(bytes[..used]));
            bytes = bytes[used..];
        }

        return text.ToString();
    }

    private static string Escape(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new();
        foreach (byte b in bytes)
            text.Append($"\\x{b:x2}");
        return text.ToString();
    }
}
