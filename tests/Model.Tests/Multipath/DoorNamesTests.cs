using TwoDoors.Model.Multipath;
using Xunit;

namespace TwoDoors.Model.Tests.Multipath;

public class DoorNamesTests
{
    private readonly DoorNames two = new((byte)'.');

    [Theory]
    [InlineData("user1", "user1", Door.Low)]
    [InlineData(".user1", "user1", Door.High)]
    [InlineData("..u", ".u", Door.High)]
    public void Of_Name_IsOneDoorOfOneBase(string name, string baseName, Door door)
    {
        Assert.Equal((baseName, door), two.Of(name));
        Assert.Equal(name, two.NameOf(baseName, door));
    }

    [Fact]
    public void Of_PrefixAlone_NamesNothing() => Assert.Null(two.Of("."));

    [Fact]
    public void Of_OneDoorOnly_KeepsThePrefix() => Assert.Equal((".u", Door.Low), new DoorNames(null).Of(".u"));
}
