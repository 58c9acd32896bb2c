using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>What stands before the message in a copy of F1 and F3: whose it is, and how long it must be.</summary>
/// <param name="Spool">The directory S it came from.</param>
/// <param name="Message">Which one.</param>
internal sealed record CopyHeader(FilePath Spool, Message Message)
{
    private static ReadOnlySpan<byte> Magic => "2DCOPY01"u8;

    /// <summary>The header and where the message starts, or null where it is torn or bytes are missing.</summary>
    public static (CopyHeader Header, int Start)? Decode(ReadOnlySpan<byte> copy)
    {
        if (!Sealed.Open(Magic, copy, out SealedFields fields, out int start))
            return null;
        CopyHeader header = new(FilePath.Of(fields.Next()), Message.ReadFrom(ref fields));
        return header.Message.LengthBytes == copy.Length - start ? (header, start) : null;
    }

    /// <summary>As it is written.</summary>
    public byte[] Encode()
    {
        SealWriter fields = new(stackalloc byte[256]);
        fields.Add(Spool.Bytes);
        Message.WriteTo(ref fields);
        return fields.Seal(Magic);
    }
}
