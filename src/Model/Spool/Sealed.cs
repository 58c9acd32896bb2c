using System.Buffers.Binary;

namespace TwoDoors.Model.Spool;

/// <summary>Bytes that say themselves whether they are whole: magic (8 bytes), length (4), CRC-32C (4), then the
/// fields, each with its length (4) before it. Numbers are little-endian.</summary>
internal static class Sealed
{
    internal const int HeadBytes = 16;
    internal const int NumberBytes = 8;

    private const int LengthAt = 8;
    private const int ChecksumAt = 12;

    /// <summary>Puts the seal before fields.</summary>
    /// <param name="magic">8 bytes.</param>
    /// <param name="bytes">Room for the head, then the fields.</param>
    public static void Seal(ReadOnlySpan<byte> magic, Span<byte> bytes)
    {
        magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[LengthAt..], bytes.Length - HeadBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[ChecksumAt..], Checksum.Of(bytes[HeadBytes..]));
    }

    /// <summary>The fields.</summary>
    /// <param name="magic">As when sealed.</param>
    /// <param name="bytes">May go on after the sealed part.</param>
    /// <param name="fields">To be read in order.</param>
    /// <param name="used">How long the sealed part is.</param>
    /// <returns>False where the seal is broken.</returns>
    public static bool Open(ReadOnlySpan<byte> magic, ReadOnlySpan<byte> bytes, out SealedFields fields, out int used)
    {
        used = 0;
        fields = default;
        if (bytes.Length < HeadBytes || !bytes.StartsWith(magic))
            return false;
        int length = BinaryPrimitives.ReadInt32LittleEndian(bytes[LengthAt..]);
        if (length < 0 || length > bytes.Length - HeadBytes)
            return false;
        ReadOnlySpan<byte> body = bytes.Slice(HeadBytes, length);
        if (Checksum.Of(body) != BinaryPrimitives.ReadUInt32LittleEndian(bytes[ChecksumAt..]))
            return false;
        used = HeadBytes + length;
        fields = new SealedFields(body);
        return true;
    }
}

/// <summary>Reads fields in their order.</summary>
internal ref struct SealedFields(ReadOnlySpan<byte> body)
{
    private ReadOnlySpan<byte> rest = body;

    /// <summary>True when none is left.</summary>
    public readonly bool IsEnd => rest.Length == 0;

    /// <summary>The next field.</summary>
    public ReadOnlySpan<byte> Next()
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(rest);
        ReadOnlySpan<byte> field = rest.Slice(4, length);
        rest = rest[(4 + length)..];
        return field;
    }

    /// <summary>The next field, a number.</summary>
    public long NextNumber() => BinaryPrimitives.ReadInt64LittleEndian(Next());
}

/// <summary>Writes fields, then seals them.</summary>
/// <param name="room">As much as is usually enough; more is taken where it is not.</param>
internal ref struct SealWriter(Span<byte> room)
{
    private Span<byte> bytes = room;
    private int end = Sealed.HeadBytes;

    /// <summary>Adds a field.</summary>
    public void Add(scoped ReadOnlySpan<byte> field)
    {
        Reserve(4 + field.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[end..], field.Length);
        field.CopyTo(bytes[(end + 4)..]);
        end += 4 + field.Length;
    }

    /// <summary>Adds a number as a field.</summary>
    public void Add(long number)
    {
        Span<byte> field = stackalloc byte[Sealed.NumberBytes];
        BinaryPrimitives.WriteInt64LittleEndian(field, number);
        Add(field);
    }

    /// <summary>All of it under a seal.</summary>
    public readonly byte[] Seal(ReadOnlySpan<byte> magic)
    {
        byte[] whole = bytes[..end].ToArray();
        Sealed.Seal(magic, whole);
        return whole;
    }

    private void Reserve(int count)
    {
        if (end + count <= bytes.Length)
            return;
        byte[] larger = new byte[Math.Max(2 * bytes.Length, end + count)];
        bytes[..end].CopyTo(larger);
        bytes = larger;
    }
}
