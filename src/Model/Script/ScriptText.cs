using System.Buffers.Text;
using System.Text;

namespace TwoDoors.Model.Script;

/// <summary>One line of a script, read from left to right. The first thing that does not fit is kept in
/// <see cref="Mistake"/>, and everything after it reads as nothing.</summary>
internal ref struct ScriptText(ReadOnlySpan<byte> line)
{
    private readonly ReadOnlySpan<byte> line = line;

    /// <summary>Where reading is, from 0.</summary>
    internal int Position { get; private set; }

    /// <summary>What does not fit, or null.</summary>
    internal string? Mistake { get; private set; }

    /// <summary>Where it does not fit, from 1.</summary>
    internal int MistakeColumn { get; private set; }

    internal void SkipBlanks()
    {
        while (Position < line.Length && line[Position] is (byte)' ' or (byte)'\t' or (byte)'\r')
            Position++;
    }

    /// <summary>True at the end, and where a comment begins.</summary>
    internal bool AtEnd()
    {
        SkipBlanks();
        return Position >= line.Length || line[Position] == (byte)'#';
    }

    internal byte Peek()
    {
        SkipBlanks();
        return Position < line.Length ? line[Position] : (byte)0;
    }

    internal void Fail(string says, int position)
    {
        if (Mistake is not null)
            return;
        Mistake = says;
        MistakeColumn = position + 1;
    }

    internal bool Take(string expected)
    {
        SkipBlanks();
        int length = expected.Length;
        bool there = line.Length - Position >= length
            && Encoding.ASCII.GetString(line.Slice(Position, length)) == expected;
        if (there)
            Position += length;
        return there;
    }

    internal void Require(string expected, string what)
    {
        if (!Take(expected))
            FailHere(what);
    }

    internal void FailHere(string what)
    {
        SkipBlanks();
        int at = Position;
        Fail(AtEnd() ? $"expected {what}, but the line ends" : $"expected {what}, not '{Word()}'", at);
    }

    /// <summary>Everything up to a blank, a bracket or a semicolon.</summary>
    internal string Word()
    {
        SkipBlanks();
        int start = Position;
        while (Position < line.Length && !IsBreak(line[Position]))
            Position++;
        if (Position == start && start < line.Length)
            Position++;
        return Encoding.UTF8.GetString(line[start..Position]);
    }

    /// <summary>The text from here to a later position.</summary>
    internal readonly string Until(int end) =>
        Encoding.UTF8.GetString(line[Position..Math.Min(end, line.Length)]).TrimEnd();

    /// <summary>Everything up to a blank.</summary>
    internal ReadOnlySpan<byte> Bare()
    {
        SkipBlanks();
        int start = Position;
        while (Position < line.Length && line[Position] is not ((byte)' ' or (byte)'\t' or (byte)'\r'))
            Position++;
        return line[start..Position];
    }

    internal long Number(string what)
    {
        SkipBlanks();
        int start = Position;
        string word = Word();
        bool negative = word.StartsWith('-');
        ReadOnlySpan<byte> digits = Encoding.UTF8.GetBytes(negative ? word[1..] : word);
        long? value = digits.StartsWith("0o"u8) ? Based(digits[2..], 8)
            : digits.StartsWith("0x"u8) ? Based(digits[2..], 16)
            : digits.Length > 1 && digits[0] == (byte)'0' ? Based(digits[1..], 8)
            : Utf8Parser.TryParse(digits, out long parsed, out int used) && used == digits.Length ? parsed : null;
        if (value is not { } magnitude)
        {
            Fail(word.Length == 0 ? $"expected {what}, but the line ends" : $"expected {what}, not '{word}'", start);
            return 0;
        }

        return negative ? -magnitude : magnitude;
    }

    /// <summary>The bytes of a string in double quotes: \n, \t, \r, \b, \\, \", \', \DDD (decimal) and \xHH.</summary>
    internal byte[] Quoted(string what)
    {
        SkipBlanks();
        int start = Position;
        if (!Take("\""))
        {
            FailHere(what);
            return [];
        }

        List<byte> bytes = [];
        while (Position < line.Length && line[Position] != (byte)'"')
            bytes.Add(line[Position] == (byte)'\\' ? Escape() : line[Position++]);
        if (Position >= line.Length)
            Fail("expected '\"' at the end of the string that begins here", start);
        Position++;
        return [.. bytes];
    }

    private byte Escape()
    {
        int start = Position++;
        byte next = Position < line.Length ? line[Position] : (byte)0;
        if (next is >= (byte)'0' and <= (byte)'9')
            return Coded(start, Position, 3, 10);
        if (next == (byte)'x')
            return Coded(start, Position + 1, 2, 16);
        Position++;
        switch (next)
        {
            case (byte)'n':
                return (byte)'\n';
            case (byte)'t':
                return (byte)'\t';
            case (byte)'r':
                return (byte)'\r';
            case (byte)'b':
                return (byte)'\b';
            case (byte)'\\' or (byte)'"' or (byte)'\'' or (byte)' ':
                return next;
            default:
                Fail(@"expected \n, \t, \r, \b, \\, \"", \', \DDD (decimal) or \xHH", start);
                return 0;
        }
    }

    private byte Coded(int start, int from, int length, int radix)
    {
        int end = Math.Min(from + length, line.Length);
        Position = end;
        if (end - from == length && Based(line[from..end], radix) is { } value and <= byte.MaxValue)
            return (byte)value;
        Fail(radix == 10 ? @"expected \ and three decimal digits up to 255" : @"expected \x and two digits", start);
        return 0;
    }

    private static long? Based(ReadOnlySpan<byte> digits, int radix)
    {
        long value = 0;
        foreach (byte digit in digits)
        {
            int worth = digit switch
            {
                >= (byte)'0' and <= (byte)'9' => digit - '0',
                >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
                >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
                _ => radix,
            };
            if (worth >= radix || value > long.MaxValue / radix - 1)
                return null;
            value = (value * radix) + worth;
        }

        return digits.Length == 0 ? null : value;
    }

    private static bool IsBreak(byte b) =>
        b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)';' or (byte)']' or (byte)')' or (byte)'[' or (byte)'(';
}
