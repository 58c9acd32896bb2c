using TwoDoors.Model.Backup;
using TwoDoors.Model.World;
using Xunit;

namespace TwoDoors.Model.Tests.Backup;

public class CommandTemplateTests
{
    [Fact]
    public void For_WordsWithPercentSigns_PutsNamesIn()
    {
        CommandTemplate template = CommandTemplate.Parse("/bin/tar %L  to-%N.%K 100%%", "mx1", out _)!;

        Launch command = template.For("user1", "/real/u/us/user1", 5);

        Assert.Equal(["/bin/tar", "/real/u/us/user1", "to-user1.mx1", "100%"], command.Arguments);
        Assert.Equal(("user1", 5), (command.Label.ToString(), command.Nice));
    }

    [Fact]
    public void For_NameWithBlankAndPercentSign_StaysOneWordAndIsNotReadAgain()
    {
        CommandTemplate template = CommandTemplate.Parse("/bin/tar %L", "mx1", out _)!;

        Assert.Equal("/r/a b%N", template.For("a b%N", "/r/a b%N", 0).Arguments[1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tar %L")]
    [InlineData("/bin/tar %Y")]
    [InlineData("/bin/tar 5%")]
    public void Parse_BadTemplate_SaysWhatWasExpected(string text)
    {
        Assert.Null(CommandTemplate.Parse(text, "mx1", out string mistake));
        Assert.StartsWith("expected ", mistake, StringComparison.Ordinal);
    }
}
