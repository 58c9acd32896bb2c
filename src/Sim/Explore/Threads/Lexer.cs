using System.Globalization;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    Name,
    Number,
    Text,
    Symbol,
    Separator,
    End,
}

/// <summary>A word of a thread's text.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Number, int Line, int Column)
{
    /// <summary>As a message names it.</summary>
    public string Shown => Kind switch
    {
        TokenKind.End => "the end of the thread",
        TokenKind.Separator => "the end of the statement",
        _ => $"'{Text}'",
    };
}

/// <summary>Cuts a thread's text into words. A line's end separates statements as ; does; # begins a comment.</summary>
internal sealed class Lexer(string text)
{
    private static readonly string[] Pairs = ["==", "!=", "<=", ">=", "&&", "||", "+=", "-="];

    private int position;
    private int line = 1;
    private int lineStart;

    /// <summary>All words; the last one is the end.</summary>
    public List<Token> ReadAll()
    {
        List<Token> tokens = [];
        do
            tokens.Add(Next());
        while (tokens[^1].Kind != TokenKind.End);
        return tokens;
    }

    private Token Next()
    {
        SkipBlanks();
        int start = position;
        if (position == text.Length)
            return Made(TokenKind.End, start, "");
        char c = text[position++];
        if (c is '\n' or ';')
        {
            Token separator = Made(TokenKind.Separator, start, c.ToString());
            if (c == '\n')
            {
                line++;
                lineStart = position;
            }

            return separator;
        }

        if (char.IsAsciiLetter(c) || c == '_')
            return Made(TokenKind.Name, start, Run(start, IsNameLetter));
        if (char.IsAsciiDigit(c))
            return NumberAt(start);
        if (c == '"')
            return TextAt(start);
        if (position < text.Length && Pairs.Contains(text.Substring(start, 2)))
            position++;
        else if (!"+-*/%()[]{}<>=!,".Contains(c, StringComparison.Ordinal))
            throw new ProgramException(line, start - lineStart + 1, $"'{c}' has no meaning here");
        return Made(TokenKind.Symbol, start, text[start..position]);
    }

    private void SkipBlanks()
    {
        while (position < text.Length && (text[position] is ' ' or '\t' or '\r' or '#'))
        {
            if (text[position] != '#')
            {
                position++;
                continue;
            }

            while (position < text.Length && text[position] != '\n')
                position++;
        }
    }

    private Token NumberAt(int start)
    {
        string digits = Run(start, char.IsAsciiLetterOrDigit);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? Made(TokenKind.Number, start, digits) with { Number = number }
            : throw new ProgramException(
                line, start - lineStart + 1, $"'{digits}' is no number from 0 to {int.MaxValue}");
    }

    private Token TextAt(int start)
    {
        while (position < text.Length && text[position] is not ('"' or '\n'))
            position++;
        if (position == text.Length || text[position] == '\n')
            throw new ProgramException(line, start - lineStart + 1, "this text has no closing \"");
        position++;
        return Made(TokenKind.Text, start, text[(start + 1)..(position - 1)]);
    }

    private string Run(int start, Func<char, bool> belongs)
    {
        while (position < text.Length && belongs(text[position]))
            position++;
        return text[start..position];
    }

    private static bool IsNameLetter(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private Token Made(TokenKind kind, int start, string word) => new(kind, word, 0, line, start - lineStart + 1);
}
