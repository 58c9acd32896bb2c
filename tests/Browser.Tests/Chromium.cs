using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(TwoDoors.Browser.Tests.Chromium))]

namespace TwoDoors.Browser.Tests;

/// <summary>One headless Chromium for all tests: the one of the machine, never a downloaded one.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The browser; a test that calls this skips itself where there is none.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(browser is null, $"no browser on this machine: none of {string.Join(", ", Places)}");
            return browser;
        }
    }

    public async ValueTask InitializeAsync()
    {
        string? program = Places.FirstOrDefault(File.Exists);
        if (program is null)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.CloseAsync();
        playwright?.Dispose();
    }
}
