using TwoDoors.Sim.Report.Html;
using Xunit;

namespace TwoDoors.Sim.Tests.Report;

public class MarkupTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\" onfocus=\"x", "&quot; onfocus=&quot;x")]
    [InlineData("' & '", "&#39; &amp; &#39;")]
    public void TextAndAttribute_HostileName_IsEscaped(string name, string escaped)
    {
        string html = new Markup().Open("li", ("title", name)).Text(name).Close("li").ToString();

        Assert.Equal($"<li title=\"{escaped}\">{escaped}</li>", html);
    }

    // U+202E turns the direction of the text: "exe.txt" could be shown for "txt.exe".
    [Fact]
    public void Text_LetterThatCannotBeSeen_IsShownByItsNumber() =>
        Assert.Equal("a\\u202eb\\u0007", new Markup().Text("a\u202eb\a").ToString());
}
