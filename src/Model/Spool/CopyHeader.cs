using System.Runtime.InteropServices;
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
        List<byte[]>? fields = Sealed.Open(Magic, copy, out int start);
        if (fields is null)
            return null;
        Message message = Message.FromFields(CollectionsMarshal.AsSpan(fields)[1..]);
        CopyHeader header = new(FilePath.Of(fields[0]), message);
        return message.LengthBytes == copy.Length - start ? (header, start) : null;
    }

    /// <summary>As it is written.</summary>
    public byte[] Encode() => Sealed.Seal(Magic, [Spool.Bytes.ToArray(), .. Message.ToFields()]);
}
