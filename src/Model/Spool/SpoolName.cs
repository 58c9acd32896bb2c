using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>A name that F1 or F3 gave: one letter as in the seed, a nonce that never repeats, and a checksum of the
/// spool's path: <c>m.NONCE.TAG</c> for a manifest, <c>d.NONCE.TAG.INDEX</c> for a copy, <c>q.NONCE.TAG.INDEX</c> for
/// a copy that F3 has published.</summary>
/// <remarks>A message keeps any name it has, up to 255 bytes: it is written into the manifest and the copy's header,
/// never into another name. Only names of exactly this shape are the spool's own.</remarks>
/// <param name="Prefix">The letter.</param>
/// <param name="Stem">Nonce and tag.</param>
/// <param name="Index">Which message of a batch, from 1; 0 for a manifest.</param>
internal readonly record struct SpoolName(byte Prefix, FilePath Stem, int Index)
{
    private const int TagBytes = 8;
    private const int NonceBytesMax = 40;
    private const int SuffixBytesMax = 12;

    private static readonly SearchValues<byte> Hexadecimal = SearchValues.Create("0123456789abcdef"u8);

    /// <summary>A new stem.</summary>
    public static FilePath Fresh(IHost host, FilePath spool)
    {
        FilePath nonce = host.FreshName();
        Span<byte> stem = stackalloc byte[nonce.Length + 1 + TagBytes];
        nonce.Bytes.CopyTo(stem);
        stem[nonce.Length] = (byte)'.';
        WriteTag(spool, stem[(nonce.Length + 1)..]);
        return FilePath.Of(stem);
    }

    /// <summary>The name, taken apart; null if it is not one of ours.</summary>
    public static SpoolName? Parse(FilePath name)
    {
        ReadOnlySpan<byte> bytes = name.Bytes;
        if (bytes.Length < 4 || bytes[1] != (byte)'.' || !"mdq"u8.Contains(bytes[0]))
            return null;
        ReadOnlySpan<byte> rest = bytes[2..];
        int nonce = rest.IndexOf((byte)'.');
        int stem = nonce + 1 + TagBytes;
        if (nonce is < 1 or > NonceBytesMax || rest.Length < stem)
            return null;
        if (rest[(nonce + 1)..stem].ContainsAnyExcept(Hexadecimal))
            return null;
        return IndexOf(rest[stem..], bytes[0]) is int index
            ? new SpoolName(bytes[0], FilePath.Of(rest[..stem]), index)
            : null;
    }

    /// <summary>True when the spool of this path gave the name.</summary>
    public bool IsOf(FilePath spool)
    {
        Span<byte> tag = stackalloc byte[TagBytes];
        WriteTag(spool, tag);
        return Stem.Bytes.EndsWith(tag);
    }

    /// <summary>The manifest of a stem.</summary>
    public static FilePath Manifest(FilePath stem) => Name("m."u8, stem, 0);

    /// <summary>A copy that cannot be seen yet (F3), or not while there is a manifest (F1).</summary>
    public static FilePath Copy(FilePath stem, int index) => Name("d."u8, stem, index);

    /// <summary>A copy that F3 has published.</summary>
    public static FilePath Published(FilePath stem, int index) => Name("q."u8, stem, index);

    private static FilePath Name(ReadOnlySpan<byte> prefix, FilePath stem, int index)
    {
        Span<byte> name = stackalloc byte[prefix.Length + stem.Length + SuffixBytesMax];
        prefix.CopyTo(name);
        stem.Bytes.CopyTo(name[prefix.Length..]);
        int end = prefix.Length + stem.Length;
        if (index > 0)
        {
            name[end++] = (byte)'.';
            index.TryFormat(name[end..], out int digits, default, CultureInfo.InvariantCulture);
            end += digits;
        }

        return FilePath.Of(name[..end]);
    }

    private static void WriteTag(FilePath spool, Span<byte> tag) =>
        Checksum.Of(spool.Bytes).TryFormat(tag, out _, "x8", CultureInfo.InvariantCulture);

    private static int? IndexOf(ReadOnlySpan<byte> suffix, byte prefix)
    {
        if (prefix == (byte)'m')
            return suffix.Length == 0 ? 0 : null;
        bool number = suffix.Length > 1 && suffix[0] == (byte)'.';
        return number && int.TryParse(suffix[1..], NumberStyles.None, null, out int index) ? index : null;
    }
}

/// <summary>CRC-32C, for what a crash can tear.</summary>
internal static class Checksum
{
    /// <summary>The checksum of bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        for (; bytes.Length >= 8; bytes = bytes[8..])
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (byte b in bytes)
            sum = BitOperations.Crc32C(sum, b);
        return ~sum;
    }
}
