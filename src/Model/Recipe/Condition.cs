using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Model.Recipe;

/// <summary>Something that is so or not so in a state.</summary>
/// <param name="view">The state.</param>
/// <returns>Null where it is so; else what is wrong, in one line.</returns>
public delegate string? Condition(IWorldView view);

/// <summary>The conditions that recipes are claimed with.</summary>
public static class Conditions
{
    /// <summary>The name is there, whatever it names.</summary>
    public static Condition Exists(FilePath path) => view => IsThere(view, path) ? null : $"{path} is not there";

    /// <summary>The name is not there.</summary>
    public static Condition Absent(FilePath path) => view => IsThere(view, path) ? $"{path} is there" : null;

    /// <summary>A file holds one of some texts, exactly; null stands for no file.</summary>
    public static Condition Holds(FilePath path, IReadOnlyList<byte[]?> texts) => view =>
    {
        byte[]? content = view.Read(path);
        if (texts.Any(text => Content.Same(text, content)))
            return null;
        return $"{path} holds {Content.Show(content)}, expected {List(texts)}";
    };

    /// <summary>A file begins with a text.</summary>
    public static Condition BeginsWith(FilePath path, byte[] text) => view =>
    {
        byte[]? content = view.Read(path);
        return content.AsSpan().StartsWith(text)
            ? null
            : $"{path} holds {Content.Show(content)}, expected {Content.Show(text)} at its beginning";
    };

    /// <summary>A file holds a text from an offset on.</summary>
    public static Condition HoldsAt(FilePath path, int offset, byte[] text) => view =>
    {
        byte[]? content = view.Read(path);
        return content.AsSpan(Math.Min(offset, content?.Length ?? 0)).StartsWith(text)
            ? null
            : $"{path} holds {Content.Show(content)}, expected {Content.Show(text)} from byte {offset} on";
    };

    /// <summary>A file has fewer bytes than that; no file will do.</summary>
    public static Condition Shorter(FilePath path, int lengthBytes) => view =>
        view.Read(path) is { } content && content.Length >= lengthBytes
            ? $"{path} has {content.Length} bytes, expected fewer than {lengthBytes}"
            : null;

    /// <summary>A file holds a beginning of one of some texts, perhaps nothing of it; no file will do.</summary>
    public static Condition PrefixOf(FilePath path, IReadOnlyList<byte[]?> texts) => view =>
    {
        byte[]? content = view.Read(path);
        if (texts.Any(text => text.AsSpan().StartsWith(content)))
            return null;
        return $"{path} holds {Content.Show(content)}, expected a beginning of {List(texts)}";
    };

    /// <summary>Every byte of a file is at that place in one of some texts: nothing is torn into it that nobody
    /// wrote, such as zeros or another file's bytes. No file will do.</summary>
    public static Condition NoGarbage(FilePath path, IReadOnlyList<byte[]?> texts) => view =>
    {
        byte[] content = view.Read(path) ?? [];
        for (int i = 0; i < content.Length;)
        {
            int same = texts.Max(text => SameFrom(i, content, text));
            if (same == 0)
                return $"{path} holds {Content.Show(content)}; nobody wrote its byte {i}";
            i += same;
        }

        return null;
    };

    /// <summary>Two files hold the same, or neither is there.</summary>
    public static Condition Same(FilePath left, FilePath right) => view =>
        Content.Same(view.Read(left), view.Read(right))
            ? null
            : $"{left} holds {Content.Show(view.Read(left))}, {right} {Content.Show(view.Read(right))}";

    /// <summary>All of them.</summary>
    public static Condition All(IReadOnlyList<Condition> conditions) => view =>
    {
        foreach (Condition condition in conditions)
        {
            if (condition(view) is { } wrong)
                return wrong;
        }

        return null;
    };

    /// <summary>At least one of them.</summary>
    public static Condition Any(IReadOnlyList<Condition> conditions) => view =>
    {
        List<string> wrongs = [];
        foreach (Condition condition in conditions)
        {
            if (condition(view) is not { } wrong)
                return null;
            wrongs.Add(wrong);
        }

        return string.Join(" and ", wrongs);
    };

    /// <summary>Where the first is so, the second is so.</summary>
    public static Condition Implies(Condition first, string firstSays, Condition second) => view =>
        first(view) is null && second(view) is { } wrong ? $"{wrong}, although {firstSays}" : null;

    private static int SameFrom(int start, byte[] left, byte[]? right) => right is null || start >= right.Length
        ? 0
        : left.AsSpan(start).CommonPrefixLength(right.AsSpan(start));

    private static string List(IReadOnlyList<byte[]?> texts) => string.Join(" or ", texts.Select(Content.Show));

    private static bool IsThere(IWorldView view, FilePath path) => view.Names(path.Parent).Contains(path.Name);
}
