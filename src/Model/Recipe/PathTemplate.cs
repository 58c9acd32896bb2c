using TwoDoors.Model.World;

namespace TwoDoors.Model.Recipe;

/// <summary>A path in which <c>${name}</c> stands for a variable of the activity. Immutable.</summary>
public sealed record PathTemplate
{
    private readonly FilePath constant;
    private readonly List<string> parts;

    /// <summary>A template.</summary>
    /// <param name="text">Such as <c>/queue/${id}</c>; a <c>${</c> without its brace stands for itself.</param>
    public PathTemplate(string text)
    {
        Text = text;
        parts = Split(text);
        if (parts.Count == 1)
            constant = FilePath.Of(text);
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>The variables in it, in order.</summary>
    public IReadOnlyList<string> Variables => [.. parts.Where((_, index) => index % 2 == 1)];

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal FilePath Resolve(RecipeProcess process)
    {
        if (parts.Count == 1)
            return constant;
        FilePath path = default;
        for (int i = 0; i < parts.Count; i++)
            path += i % 2 == 0 ? FilePath.Of(parts[i]) : process.Value(parts[i]);
        return path;
    }

    // Plain text stands at the even places, a variable's name at the odd ones.
    private static List<string> Split(string text)
    {
        List<string> found = [];
        int start = 0;
        while (text.IndexOf("${", start, StringComparison.Ordinal) is >= 0 and int open
            && text.IndexOf('}', open) is >= 0 and int close)
        {
            found.Add(text[start..open]);
            found.Add(text[(open + 2)..close]);
            start = close + 1;
        }

        found.Add(text[start..]);
        return found;
    }
}
