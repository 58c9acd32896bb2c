namespace TwoDoors.Tidy.Tests;

/// <summary>A text file of the tree.</summary>
internal sealed class SourceFile(string path, string text)
{
    private readonly Lazy<string> code = new(() => CodeText.Blank(text, comments: true));
    private readonly Lazy<string> prose = new(() => CodeText.Blank(text, comments: false));

    /// <summary>From the root, with slashes.</summary>
    public string Path => path;

    public string Text => text;

    public IReadOnlyList<string> Lines { get; } = text.TrimEnd('\n').Split('\n');

    /// <summary>C# with strings and comments blanked: what the compiler obeys.</summary>
    public string Code => code.Value;

    /// <summary>C# with strings alone blanked: so that a sample in a test is no finding.</summary>
    public string CodeAndComments => prose.Value;

    /// <summary>The folders below the project's own: "Explore" for src/Sim/Explore/Verdict.cs.</summary>
    public string Room => path.Split('/') is { Length: > 3 } parts ? parts[2] : "";

    /// <summary>A finding at a place in any of the texts above, which all keep their line breaks.</summary>
    public string At(int index, string says) => $"{path}:{text.AsSpan(0, index).Count('\n') + 1}: {says}";
}
