using TwoDoors.Model.Recipe;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Report.Html;

/// <summary>What became of a file between two moments.</summary>
internal enum TreeChange
{
    /// <summary>Nothing.</summary>
    Same,

    /// <summary>It is there no more.</summary>
    Gone,

    /// <summary>It was not there.</summary>
    New,

    /// <summary>It holds something else.</summary>
    Other,
}

/// <summary>A line of a tree.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Deep">How many directories of the tree it is below.</param>
/// <param name="Name">Without those directories.</param>
/// <param name="Before">What it was; empty for a directory.</param>
/// <param name="After">What it is; empty for a directory.</param>
internal sealed record TreeLine(TreeChange Change, int Deep, string Name, string Before, string After);

/// <summary>The files of two moments as one tree.</summary>
internal static class TreeDiff
{
    /// <summary>Every file of either moment, directories before what is in them.</summary>
    public static IReadOnlyList<TreeLine> Of(IReadOnlyList<FileLine> before, IReadOnlyList<FileLine> after)
    {
        SortedDictionary<string, (FileLine? Before, FileLine? After)> files = new(Comparer<string>.Create(ByNames));
        foreach (FileLine line in before)
            files[line.Path] = (line, null);
        foreach (FileLine line in after)
            files[line.Path] = (files.GetValueOrDefault(line.Path).Before, line);
        List<TreeLine> tree = [];
        List<string> above = [];
        foreach ((string path, (FileLine? was, FileLine? becomes)) in files)
        {
            while (above.Count > 0 && !path.StartsWith(above[^1], StringComparison.Ordinal))
                above.RemoveAt(above.Count - 1);
            string name = above.Count > 0 ? path[above[^1].Length..] : path;
            tree.Add(Line(was, becomes, above.Count, name));
            if (path.EndsWith('/'))
                above.Add(path);
        }

        return tree;
    }

    private static TreeLine Line(FileLine? before, FileLine? after, int deep, string name)
    {
        if (before is null)
            return new TreeLine(TreeChange.New, deep, name, "", after!.What);
        if (after is null)
            return new TreeLine(TreeChange.Gone, deep, name, before.What, "");
        ReadOnlySpan<byte> was = before.Content.Span;
        ReadOnlySpan<byte> becomes = after.Content.Span;
        if (before.What != after.What)
            return new TreeLine(TreeChange.Other, deep, name, before.What, after.What);
        if (was.SequenceEqual(becomes))
            return new TreeLine(TreeChange.Same, deep, name, before.What, after.What);
        int same = was.CommonPrefixLength(becomes);
        return new TreeLine(TreeChange.Other, deep, name, From(was, same), From(becomes, same));
    }

    private static string From(ReadOnlySpan<byte> content, int at) =>
        $"from byte {at} on {Content.Show([.. content[at..]])}";

    /// <summary>Name by name, so that a directory stands right before what is in it.</summary>
    private static int ByNames(string one, string other)
    {
        string[] left = one.Split('/');
        string[] right = other.Split('/');
        for (int i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            int order = string.CompareOrdinal(left[i], right[i]);
            if (order != 0)
                return order;
        }

        return left.Length.CompareTo(right.Length);
    }
}
