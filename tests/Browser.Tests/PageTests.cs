using Microsoft.Playwright;
using Xunit;

namespace TwoDoors.Browser.Tests;

public sealed class PageTests(Chromium chromium)
{
    [Fact]
    public async Task Exploration_Opened_ShowsTheWitnessAndAsksForNothing()
    {
        await using OpenPage open = await OpenPage.Open(chromium.Browser, Pages.Exploration());

        Assert.Empty(open.Complaints);
        Assert.Single(open.Requests);
        Assert.Equal("2 scenarios, 1 not as expected", await open.Page.Locator("h1").TextContentAsync());
        Assert.True(await open.Page.Locator(".witness .crash").IsVisibleAsync());
        Assert.Equal(4, await open.Page.Locator("svg").CountAsync());
        Assert.Equal(
            "twodoors replay traces/recipe.publish.acked-survives.json",
            await open.Page.Locator(".witness .command code").TextContentAsync());
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1100)]
    public async Task Page_AnyWidth_NeedsNoScrollingSideways(int width)
    {
        foreach (string html in new[] { Pages.Exploration(), Pages.Execution() })
        {
            await using OpenPage open = await OpenPage.Open(chromium.Browser, html, width);
            await open.Page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");

            Assert.Equal(width, await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Page_LightAndDark_IsLegible(bool dark)
    {
        List<string> papers = [];
        foreach (string html in new[] { Pages.Exploration(), Pages.Execution() })
        {
            await using OpenPage open = await OpenPage.Open(chromium.Browser, html, dark: dark);
            await open.Page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
            papers.Add(await open.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));

            Assert.Equal("", await open.Page.EvaluateAsync<string>(Contrast.Illegible));
        }

        Assert.All(papers, paper => Assert.Equal(dark ? "rgb(18, 20, 24)" : "rgb(247, 246, 243)", paper));
    }

    [Fact]
    public async Task Page_HostileNames_AreTextAndNothingElse()
    {
        await using OpenPage open = await OpenPage.Open(chromium.Browser, Pages.Execution());

        Assert.Empty(open.Complaints);
        Assert.Single(open.Requests);
        Assert.Null(await open.Page.EvaluateAsync<int?>("window.owned ?? null"));
        Assert.Equal(0, await open.Page.Locator("img").CountAsync());
        Assert.Equal(Pages.Hostile, await open.Page.Locator("h1").TextContentAsync());
        ILocator gone = open.Page.Locator(".tree .gone .name").First;
        Assert.Equal(Pages.Hostile, await gone.TextContentAsync());
    }

    // Should escaping ever fail somewhere, the page's own policy still stands before the script.
    [Fact]
    public async Task Page_ForeignScript_IsRefused()
    {
        string html = Pages.Execution()
            .Replace("</main>", "<script>window.owned=1</script></main>", StringComparison.Ordinal);
        await using OpenPage open = await OpenPage.Open(chromium.Browser, html);

        Assert.Null(await open.Page.EvaluateAsync<int?>("window.owned ?? null"));
        Assert.Contains("Content Security Policy", Assert.Single(open.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithoutScript_LacksOnlyTheKeys()
    {
        await using OpenPage open = await OpenPage.Open(chromium.Browser, Pages.Execution(), script: false);

        string[] parts = [".heads", ".step", ".pick", ".crash .lost", ".crash .kept", ".tree", ".broken"];
        foreach (string part in parts)
            Assert.True(await open.Page.Locator(part).First.IsVisibleAsync(), part);
        Assert.False(await open.Page.Locator("button").First.IsVisibleAsync());
        await open.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("1", await open.Focus());
    }
}
