using Microsoft.Playwright;

namespace TwoDoors.Browser.Tests;

/// <summary>A page opened from a file, as a person opens it, with all that it complains of and asks for.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly string folder;

    private OpenPage(IBrowserContext context, IPage page, string folder)
    {
        this.context = context;
        this.folder = folder;
        Page = page;
        page.Console += (_, message) => Complaints.Add(message.Text);
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Lines of the console, and errors of scripts.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Addresses, the page's own first.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<OpenPage> Open(
        IBrowser browser, string html, int width = 1100, bool dark = false, bool script = true)
    {
        string folder = Directory.CreateTempSubdirectory("twodoors").FullName;
        string file = Path.Combine(folder, "page.html");
        await File.WriteAllTextAsync(file, html);
        IBrowserContext context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 740 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
        });
        OpenPage open = new(context, await context.NewPageAsync(), folder);
        await open.Page.GotoAsync(new Uri(file).AbsoluteUri);
        return open;
    }

    /// <summary>The step that has the focus, or what else has it.</summary>
    public Task<string> Focus() => Page.EvaluateAsync<string>(
        "document.activeElement.querySelector('.n')?.textContent ?? document.activeElement.className");

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        Directory.Delete(folder, recursive: true);
    }
}
