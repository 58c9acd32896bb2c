using System.Buffers.Binary;

namespace TwoDoors.Model.Spool;

/// <summary>Bytes that say themselves whether they are whole: magic (8 bytes), length (4), CRC-32C (4), then the
/// fields, each with its length (4) before it. Numbers are little-endian.</summary>
internal static class Sealed
{
    private const int HeadBytes = 16;

    /// <summary>Puts fields under a seal.</summary>
    /// <param name="magic">8 bytes.</param>
    /// <param name="fields">In order.</param>
    public static byte[] Seal(ReadOnlySpan<byte> magic, IReadOnlyList<byte[]> fields)
    {
        byte[] bytes = new byte[HeadBytes + fields.Sum(field => 4 + field.Length)];
        int end = HeadBytes;
        foreach (byte[] field in fields)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(end), field.Length);
            field.CopyTo(bytes, end + 4);
            end += 4 + field.Length;
        }

        magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), end - HeadBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), Checksum.Of(bytes.AsSpan(HeadBytes)));
        return bytes;
    }

    /// <summary>The fields, or null where the seal is broken.</summary>
    /// <param name="magic">As when sealed.</param>
    /// <param name="bytes">May go on after the sealed part.</param>
    /// <param name="used">How long the sealed part is.</param>
    public static List<byte[]>? Open(ReadOnlySpan<byte> magic, ReadOnlySpan<byte> bytes, out int used)
    {
        used = 0;
        if (bytes.Length < HeadBytes || !bytes.StartsWith(magic))
            return null;
        int length = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        if (length < 0 || length > bytes.Length - HeadBytes)
            return null;
        ReadOnlySpan<byte> body = bytes.Slice(HeadBytes, length);
        if (Checksum.Of(body) != BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]))
            return null;
        used = HeadBytes + length;
        return Fields(body);
    }

    /// <summary>A number as a field.</summary>
    public static byte[] Number(long value)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return bytes;
    }

    /// <summary>The number of a field.</summary>
    public static long Number(byte[] field) => BinaryPrimitives.ReadInt64LittleEndian(field);

    private static List<byte[]> Fields(ReadOnlySpan<byte> body)
    {
        List<byte[]> fields = [];
        while (body.Length > 0)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(body);
            fields.Add(body.Slice(4, length).ToArray());
            body = body[(4 + length)..];
        }

        return fields;
    }
}
