using System.Security.Cryptography;
using System.Text;

namespace TwoDoors.Sim.Report.Html;

/// <summary>What is around the content of every page: it needs nothing else, and nothing in it may load or run but
/// what is written here.</summary>
internal static class Frame
{
    /// <summary>The whole page.</summary>
    /// <param name="title">For the tab of the browser.</param>
    /// <param name="content">What goes into the body.</param>
    public static string Around(string title, Action<Markup> content)
    {
        Markup page = new();
        page.Trusted("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Trusted("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Trusted("<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Open("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy)).Line()
            .Leaf("title", "", title).Line()
            .Trusted("<style>\n").Trusted(Sheet.Text).Trusted("\n</style>\n</head>\n<body>\n");
        content(page);
        page.Trusted(Keyboard.Help).Trusted("<script>").Trusted(Keyboard.Script).Trusted("</script>\n</body>\n</html>");
        return page.ToString();
    }

    /// <summary>Should a script ever slip in, the browser refuses it: only ours has this hash.</summary>
    private static string Policy
    {
        get
        {
            byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(Keyboard.Script));
            return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline'; "
                + $"script-src 'sha256-{Convert.ToBase64String(hash)}'";
        }
    }
}
