using TwoDoors.Model.Automount;
using TwoDoors.Model.World;
using Xunit;

namespace TwoDoors.Model.Tests.Automount;

public class LevelsTests
{
    [Theory]
    [InlineData(0, "User1", "/r/User1")]
    [InlineData(1, "User1", "/r/u /r/u/User1")]
    [InlineData(2, "User1", "/r/u /r/u/us /r/u/us/User1")]
    [InlineData(2, "A", "/r/a /r/a/aa /r/a/aa/A")]
    public void PathsOf_Level_HasThatManyIndexDirectories(int level, string name, string paths) =>
        Assert.Equal(paths, string.Join(' ', Levels.PathsOf("/r", name, level)));

    // "..x" at level 2 was REAL/./../..x in Autodir 1.0.0, outside REAL.
    [Theory]
    [InlineData("..x")]
    [InlineData(".")]
    [InlineData("a/b")]
    [InlineData("")]
    public void IsName_WayOut_IsFalse(string name) => Assert.False(Levels.IsName(name));

    [Fact]
    public void IsName_LongestNameAndAnyBytes_IsTrue() =>
        Assert.True(Levels.IsName(FilePath.Of([.. Enumerable.Repeat((byte)0xFF, 254), (byte)'\n'])));
}
