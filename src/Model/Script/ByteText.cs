using System.Buffers;
using System.Text;

namespace TwoDoors.Model.Script;

/// <summary>Bytes as text: UTF-8 where they are UTF-8, \xHH for every other byte, for control bytes and for the
/// backslash. Different bytes never read alike.</summary>
public static class ByteText
{
    /// <summary>The text of these bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new(bytes.Length);
        while (bytes.Length > 0)
        {
            bool whole = Rune.DecodeFromUtf8(bytes, out Rune rune, out int used) == OperationStatus.Done;
            if (whole && !Rune.IsControl(rune) && rune.Value != '\\')
            {
                text.Append(rune);
            }
            else
            {
                foreach (byte b in bytes[..used])
                    text.Append($"\\x{b:x2}");
            }

            bytes = bytes[used..];
        }

        return text.ToString();
    }
}
