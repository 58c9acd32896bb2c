using System.Globalization;

namespace TwoDoors.Sim.Report.Html;

/// <summary>A line of a plot.</summary>
/// <param name="Style">A class of the style sheet.</param>
/// <param name="Points">From left to right.</param>
internal sealed record Curve(string Style, IReadOnlyList<(double X, double Y)> Points);

/// <summary>A line plot as SVG: linear axes from 0, marks for moments.</summary>
internal static class LinePlot
{
    private const int Width = 360;
    private const int Height = 196;
    private const int Left = 44;
    private const int Right = 352;
    private const int Top = 14;
    private const int Bottom = 158;

    /// <summary>Writes the picture.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="says">What it shows, for who does not see it.</param>
    /// <param name="across">What the horizontal axis counts.</param>
    /// <param name="curves">Lines.</param>
    /// <param name="top">The end of the vertical axis; null for the largest value.</param>
    /// <param name="unit">Behind the numbers of the vertical axis.</param>
    /// <param name="marks">Moments on the horizontal axis.</param>
    public static void Write(
        Markup page,
        string says,
        string across,
        IReadOnlyList<Curve> curves,
        double? top,
        string unit,
        IReadOnlyList<double> marks)
    {
        double right = NiceEnd(curves.SelectMany(curve => curve.Points).Max(point => point.X));
        double up = top ?? NiceEnd(curves.SelectMany(curve => curve.Points).Max(point => point.Y));
        page.Open("svg", ("viewBox", $"0 0 {Width} {Height}"), ("role", "img"), ("aria-label", says)).Line();
        for (int i = 0; i <= 4; i++)
        {
            double y = Bottom - ((Bottom - Top) * i / 4.0);
            Line(page, "grid", Left, y, Right, y);
            if (i % 2 == 0)
                Label(page, Left - 6, y + 4, "end", VerdictText.Short(up * i / 4) + unit);
        }

        for (int i = 0; i <= 2; i++)
        {
            string anchor = i switch { 0 => "start", 1 => "middle", _ => "end" };
            Label(page, Left + ((Right - Left) * i / 2.0), Bottom + 16, anchor, VerdictText.Short(right * i / 2));
        }

        Label(page, (Left + Right) / 2.0, Bottom + 30, "middle", across);
        page.Open("path", ("class", "axis"), ("d", $"M{Left} {Top}V{Bottom}H{Right}")).Close("path").Line();
        foreach (double mark in marks)
        {
            double x = Left + ((Right - Left) * mark / right);
            Line(page, "first", x, Top, x, Bottom);
        }

        foreach (Curve curve in curves)
        {
            IEnumerable<string> points = curve.Points.Select(point =>
                $"{Num(Left + ((Right - Left) * point.X / right))} {Num(Bottom - ((Bottom - Top) * point.Y / up))}");
            page.Open("path", ("class", curve.Style), ("d", $"M{string.Join('L', points)}")).Close("path").Line();
        }

        page.Close("svg").Line();
    }

    /// <summary>Coordinates with one digit, the same on every machine.</summary>
    public static string Num(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A straight line.</summary>
    public static void Line(Markup page, string style, double x, double y, double toX, double toY) => page
        .Open("line", ("class", style), ("x1", Num(x)), ("y1", Num(y)), ("x2", Num(toX)), ("y2", Num(toY)))
        .Close("line");

    /// <summary>A text at a point.</summary>
    public static void Label(Markup page, double x, double y, string anchor, string words) => page
        .Open("text", ("x", Num(x)), ("y", Num(y)), ("text-anchor", anchor)).Text(words).Close("text");

    /// <summary>The end of an axis that is easy to halve: 1, 2, 4, 6, 8 or 10 times a power of ten.</summary>
    private static double NiceEnd(double largest)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, largest))));
        foreach (int times in new[] { 1, 2, 4, 6, 8 })
        {
            if (times * power >= largest)
                return Math.Max(2, times * power);
        }

        return 10 * power;
    }
}
