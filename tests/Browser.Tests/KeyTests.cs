using Microsoft.Playwright;
using Xunit;

namespace TwoDoors.Browser.Tests;

public sealed class KeyTests(Chromium chromium)
{
    private static readonly (string Key, string Focus)[] Walk =
    [
        ("j", "1"), ("j", "2"), ("k", "1"), ("k", "1"), ("ArrowDown", "2"), ("ArrowUp", "1"), ("n", "crash process"),
        ("n", "crash"), ("n", "crash"), ("p", "crash process"), ("j", "5"), ("w", "1"), ("b", "broken"),
    ];

    [Fact]
    public async Task Keys_OneAfterTheOther_MoveTheFocus()
    {
        await using OpenPage open = await OpenPage.Open(chromium.Browser, Pages.Execution());
        List<(string, string)> walked = [];

        foreach ((string key, string _) in Walk)
        {
            await open.Page.Keyboard.PressAsync(key);
            walked.Add((key, await open.Focus()));
        }

        Assert.Equal(Walk, walked);
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task Keys_Focus_IsSeenAndInView()
    {
        await using OpenPage open = await OpenPage.Open(chromium.Browser, Pages.Execution(), width: 360);

        await open.Page.Keyboard.PressAsync("b");

        ILocator row = open.Page.Locator(".broken");
        await Assertions.Expect(row).ToBeInViewportAsync();
        Assert.Equal("3px", await row.EvaluateAsync<string>("row => getComputedStyle(row).outlineWidth"));
    }

    [Fact]
    public async Task Question_Pressed_ShowsTheKeysUntilEscape()
    {
        await using OpenPage open = await OpenPage.Open(chromium.Browser, Pages.Execution());
        ILocator help = open.Page.Locator("#keys");

        Assert.False(await help.IsVisibleAsync());
        await open.Page.Keyboard.PressAsync("?");
        Assert.True(await help.IsVisibleAsync());
        await open.Page.Keyboard.PressAsync("Escape");
        Assert.False(await help.IsVisibleAsync());
        await open.Page.Locator("button[data-help]").ClickAsync();
        Assert.True(await help.IsVisibleAsync());
    }

    [Fact]
    public async Task Keys_ClosedScenario_OpensWhenALinkLeadsIntoIt()
    {
        await using OpenPage open = await OpenPage.Open(chromium.Browser, Pages.Exploration());
        ILocator held = open.Page.Locator("#s1");

        Assert.False(await held.IsVisibleAsync());
        await open.Page.Locator("td a").First.ClickAsync();
        Assert.True(await held.IsVisibleAsync());
    }
}
