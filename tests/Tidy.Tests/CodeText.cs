using System.Text;

namespace TwoDoors.Tidy.Tests;

/// <summary>Blanks strings, and comments on request, and keeps every line break and every offset.</summary>
internal static class CodeText
{
    public static string Blank(string text, bool comments)
    {
        StringBuilder kept = new(text);
        int at = 0;
        while (at < text.Length)
        {
            int end = End(text, at, out bool isComment);
            bool blank = end > at && (comments || !isComment);
            for (int i = at; blank && i < end; i++)
            {
                if (text[i] != '\n')
                    kept[i] = ' ';
            }

            at = Math.Max(end, at + 1);
        }

        return kept.ToString();
    }

    /// <summary>Where the string or comment that starts here ends; here itself where none starts.</summary>
    private static int End(string text, int at, out bool isComment)
    {
        ReadOnlySpan<char> rest = text.AsSpan(at);
        isComment = rest.StartsWith("//") || rest.StartsWith("/*");
        if (rest.StartsWith("//"))
            return Past(text, at, "\n");
        if (rest.StartsWith("/*"))
            return Past(text, at + 2, "*/");
        if (rest[0] == '\'')
            return Quoted(text, at + 1, '\'');

        int marks = rest.IndexOfAnyExcept('$', '@');
        bool isString = marks >= 0 && rest[marks] == '"';
        if (!isString)
            return at;
        string head = text.Substring(at, marks);
        int quotes = rest[marks..].IndexOfAnyExcept('"');
        quotes = quotes < 0 ? rest.Length - marks : quotes;
        if (quotes >= 3 && !head.Contains('@', StringComparison.Ordinal))
            return Past(text, at + marks + quotes, new string('"', quotes));
        if (head.Contains('$', StringComparison.Ordinal))
            return Interpolated(text, at + marks + 1, head.Contains('@', StringComparison.Ordinal));
        return head.Contains('@', StringComparison.Ordinal)
            ? Verbatim(text, at + marks + 1)
            : Quoted(text, at + marks + 1, '"');
    }

    private static int Past(string text, int from, string mark)
    {
        int found = text.IndexOf(mark, from, StringComparison.Ordinal);
        return found < 0 ? text.Length : found + mark.Length;
    }

    private static int Quoted(string text, int at, char quote)
    {
        while (at < text.Length && text[at] != quote && text[at] != '\n')
            at += text[at] == '\\' ? 2 : 1;
        return Math.Min(at + 1, text.Length);
    }

    private static int Verbatim(string text, int at)
    {
        while (at < text.Length)
        {
            at = Past(text, at, "\"");
            if (at >= text.Length || text[at] != '"')
                return at;
            at++;
        }

        return at;
    }

    private static int Interpolated(string text, int at, bool verbatim)
    {
        int depth = 0;
        while (at < text.Length)
        {
            char c = text[at];
            if (depth == 0 && c == '"' && !(verbatim && at + 1 < text.Length && text[at + 1] == '"'))
                return at + 1;
            if (depth == 0 && !verbatim && c == '\\')
                at++;
            else if (depth == 0 && c == '"')
                at++;
            else if (c == '{' && depth == 0 && at + 1 < text.Length && text[at + 1] == '{')
                at++;
            else if (c == '{')
                depth++;
            else if (c == '}' && depth > 0)
                depth--;
            else if (depth > 0 && End(text, at, out _) is int end && end > at)
                at = end - 1;
            at++;
        }

        return at;
    }
}
