using System.Text;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Report.Html;
using Xunit;

namespace TwoDoors.Sim.Tests.Report;

public class TreeDiffTests
{
    [Fact]
    public void Of_TwoTrees_ShowsEachFileOnceBelowItsDirectory()
    {
        FileLine[] before = [new("/A/", ""), new("/A/gone", "(1 bytes) x"), new("/A-b", "(0 bytes) ")];
        FileLine[] after = [new("/A/", ""), new("/A/new/", ""), new("/A/new/deep", "-> x"), new("/A-b", "(0 bytes) ")];

        IReadOnlyList<TreeLine> tree = TreeDiff.Of(before, after);

        Assert.Equal(
            [
                new(TreeChange.Same, 0, "/A/", "", ""),
                new(TreeChange.Gone, 1, "gone", "(1 bytes) x", ""),
                new(TreeChange.New, 1, "new/", "", ""),
                new(TreeChange.New, 2, "deep", "", "-> x"),
                new(TreeChange.Same, 0, "/A-b", "(0 bytes) ", "(0 bytes) "),
            ],
            tree);
    }

    [Fact]
    public void Of_OtherBytesBehindWhatIsShown_NamesTheFirst()
    {
        FileLine before = new("/f", "(100 bytes) aaa...") { Content = Encoding.ASCII.GetBytes(new string('a', 100)) };
        FileLine after = before with { Content = Encoding.ASCII.GetBytes(new string('a', 80) + new string('b', 20)) };

        TreeLine line = Assert.Single(TreeDiff.Of([before], [after]));

        Assert.Equal(
            new TreeLine(TreeChange.Other, 0, "/f", "from byte 80 on 'a' x 20", "from byte 80 on 'b' x 20"), line);
    }
}
