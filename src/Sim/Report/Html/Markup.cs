using System.Globalization;
using System.Net;
using System.Text;

namespace TwoDoors.Sim.Report.Html;

/// <summary>Writes HTML. Whatever comes from a scenario or from a disk goes in as text or as the value of an attribute,
/// and both are escaped here: the name of a file may hold any byte.</summary>
internal sealed class Markup
{
    private readonly StringBuilder text = new();

    /// <summary>Begins an element.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="attributes">Names, each with its value; an empty value is left out with its name.</param>
    public Markup Open(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        text.Append('<').Append(tag);
        foreach ((string name, string value) in attributes)
        {
            if (value.Length > 0)
                text.Append(' ').Append(name).Append("=\"").Append(Escaped(value)).Append('"');
        }

        text.Append('>');
        return this;
    }

    /// <summary>Ends an element.</summary>
    public Markup Close(string tag)
    {
        text.Append("</").Append(tag).Append('>');
        return this;
    }

    /// <summary>Ends a line of the source, so that two pages can be compared line by line.</summary>
    public Markup Line()
    {
        text.Append('\n');
        return this;
    }

    /// <summary>Text between elements.</summary>
    public Markup Text(string words)
    {
        text.Append(Escaped(words));
        return this;
    }

    /// <summary>An element that holds nothing but text.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="style">Its class, or empty.</param>
    /// <param name="words">The text.</param>
    public Markup Leaf(string tag, string style, string words) =>
        Open(tag, ("class", style)).Text(words).Close(tag);

    /// <summary>Text of this program that is HTML already.</summary>
    public Markup Trusted(string html)
    {
        text.Append(html);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    /// <summary>Also shows what cannot be seen: a name that turns the direction of the text would read as another
    /// one.</summary>
    private static string Escaped(string words)
    {
        StringBuilder shown = new(words.Length);
        foreach (char c in words)
        {
            bool hidden = CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control;
            shown.Append(hidden && c != '\n' ? $"\\u{(int)c:x4}" : c.ToString());
        }

        return WebUtility.HtmlEncode(shown.ToString());
    }
}
