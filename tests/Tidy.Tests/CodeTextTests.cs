using Xunit;

namespace TwoDoors.Tidy.Tests;

public sealed class CodeTextTests
{
    [Theory]
    [InlineData("a = \"x\"; b", "a =    ; b")]
    [InlineData("a = \"\\\"x\"; b", "a =      ; b")]
    [InlineData("a = @\"\\\"; b", "a =     ; b")]
    [InlineData("a = @\"\"\"\"; b", "a =      ; b")]
    [InlineData("a = $\"{c(\"x\")}\"; b", "a =            ; b")]
    [InlineData("a = $\"{{\"; b", "a =      ; b")]
    [InlineData("a = \"\"\"x\"y\"\"\"; b", "a =          ; b")]
    [InlineData("a = '\"'; b", "a =    ; b")]
    [InlineData("a // x", "a     ")]
    [InlineData("a /* x\ny */ b", "a     \n     b")]
    public void Blank_StringOrComment_KeepsTheRest(string text, string expected)
    {
        Assert.Equal(expected, CodeText.Blank(text, comments: true));
    }

    [Fact]
    public void Blank_WithoutComments_KeepsThem()
    {
        Assert.Equal("a =    // \"x\"", CodeText.Blank("a = \"y\"// \"x\"", comments: false));
    }
}
