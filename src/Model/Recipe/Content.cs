using System.Text;

namespace TwoDoors.Model.Recipe;

/// <summary>Contents of files, for people. Null stands for no file.</summary>
public static class Content
{
    private const int LengthMax = 60;

    /// <summary>True for the same bytes, or when both are no file.</summary>
    public static bool Same(byte[]? left, byte[]? right) =>
        (left is null) == (right is null) && left.AsSpan().SequenceEqual(right);

    /// <summary>In few characters: runs of one byte are counted, and what is long is cut and measured.</summary>
    public static string Show(byte[]? content)
    {
        if (content is null)
            return "nothing";
        if (content.Length == 0)
            return "an empty file";
        List<string> pieces = [];
        for (int at = 0; at < content.Length && pieces.Count < 6;)
        {
            int run = RunAt(content, at);
            int plain = run >= 8 ? 0 : PlainAt(content, at);
            pieces.Add(plain == 0 ? $"{One(content[at])} x {run}" : $"\"{Plain(content.AsSpan(at, plain))}\"");
            at += plain == 0 ? run : plain;
        }

        string text = string.Join(", ", pieces);
        return text.Length <= LengthMax ? text : $"{text[..LengthMax]}... ({content.Length} bytes)";
    }

    private static int RunAt(byte[] content, int at)
    {
        int length = content.AsSpan(at).IndexOfAnyExcept(content[at]);
        return length < 0 ? content.Length - at : length;
    }

    private static int PlainAt(byte[] content, int at)
    {
        int end = at;
        while (end < content.Length && RunAt(content, end) is < 8 and int run)
            end += run;
        return end - at;
    }

    private static string One(byte value) => value is > 0x20 and < 0x7F ? $"'{(char)value}'" : $"0x{value:x2}";

    private static string Plain(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new();
        foreach (byte b in bytes)
        {
            text.Append(b switch
            {
                (byte)'\n' => "\\n",
                >= 0x20 and < 0x7F => ((char)b).ToString(),
                _ => $"\\x{b:x2}",
            });
        }

        return text.ToString();
    }
}
