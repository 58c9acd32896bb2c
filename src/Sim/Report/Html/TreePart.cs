using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Report.Html;

/// <summary>The disk before and after something, as one tree with what changed in it.</summary>
internal static class TreePart
{
    /// <summary>Writes it; nothing where neither moment was recorded.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="title">What lies between the two moments.</param>
    /// <param name="before">The files before it.</param>
    /// <param name="after">The files after it.</param>
    public static void Write(Markup page, string title, IReadOnlyList<FileLine> before, IReadOnlyList<FileLine> after)
    {
        if (before.Count == 0 && after.Count == 0)
            return;
        IReadOnlyList<TreeLine> tree = TreeDiff.Of(before, after);
        page.Open("div", ("class", "disk")).Leaf("h4", "", title).Leaf("p", "", Summary(tree));
        page.Open("ul", ("class", "tree")).Line();
        foreach (TreeLine line in tree)
            Write(page, line);
        page.Close("ul").Close("div").Line();
    }

    private static string Summary(IReadOnlyList<TreeLine> tree)
    {
        List<string> parts = [];
        foreach ((TreeChange change, string word) in new[]
        {
            (TreeChange.Gone, "gone"), (TreeChange.New, "new"), (TreeChange.Other, "changed"),
        })
        {
            int count = tree.Count(line => line.Change == change);
            if (count > 0)
                parts.Add($"{count} {word}");
        }

        return parts.Count == 0 ? "nothing changed" : string.Join(", ", parts);
    }

    private static void Write(Markup page, TreeLine line)
    {
        (string style, string sign, string word) = line.Change switch
        {
            TreeChange.Gone => ("gone", "−", "gone: "),
            TreeChange.New => ("new", "+", "new: "),
            TreeChange.Other => ("other", "~", "changed: "),
            _ => ("same", "", ""),
        };
        page.Open("li", ("class", style)).Open("span", ("aria-label", word)).Text(sign).Close("span");
        page.Open("span", ("style", $"--deep:{line.Deep}")).Leaf("span", "name", line.Name);
        page.Open("span", ("class", "what"));
        if (line.Change == TreeChange.Other)
            page.Leaf("del", "", line.Before).Text(" ").Leaf("ins", "", line.After);
        else
            page.Text(line.Change == TreeChange.Gone ? line.Before : line.After);
        page.Close("span");
        page.Close("span").Close("li").Line();
    }
}
