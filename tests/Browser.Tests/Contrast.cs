namespace TwoDoors.Browser.Tests;

/// <summary>Measures how legible a page is.</summary>
internal static class Contrast
{
    /// <summary>Gives the texts whose colour stands out too little from what is behind them, each with its ratio. The
    /// ratio and its floor of 4.5 are those of WCAG 2.1, 1.4.3.</summary>
    public const string Illegible =
        """
        (() => {
          const parse = text => text.match(/[\d.]+/g).map(Number);
          const part = value => value <= 10.31475 ? value / 255 / 12.92 : ((value / 255 + .055) / 1.055) ** 2.4;
          const light = ([r, g, b]) => .2126 * part(r) + .7152 * part(g) + .0722 * part(b);
          const behind = element => {
            for (let up = element; up; up = up.parentElement) {
              const colour = parse(getComputedStyle(up).backgroundColor);
              if (colour.length === 3 || colour[3] === 1) return colour;
            }
            return [255, 255, 255];
          };
          const found = [];
          for (const element of document.querySelectorAll("body *")) {
            const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
            if (!own || !element.getClientRects().length || element.closest("svg, script")) continue;
            const [one, other] = [light(parse(getComputedStyle(element).color)), light(behind(element))];
            const ratio = (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
            if (ratio < 4.5) found.push(`${element.className || element.tagName}: ${ratio.toFixed(2)}`);
          }
          return [...new Set(found)].join("; ");
        })()
        """;
}
