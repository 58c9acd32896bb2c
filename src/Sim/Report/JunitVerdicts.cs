using System.Globalization;
using System.Text;
using System.Xml;

namespace TwoDoors.Sim.Report;

/// <summary>Verdicts as CI systems read them: a test case a scenario.</summary>
public static class JunitVerdicts
{
    /// <summary>The document. An undecided scenario is skipped, an unexpected verdict fails.</summary>
    public static string Of(IReadOnlyList<Explored> results)
    {
        StringBuilder text = new();
        XmlWriterSettings style = new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };
        using (XmlWriter writer = XmlWriter.Create(text, style))
        {
            writer.WriteStartElement("testsuites");
            writer.WriteStartElement("testsuite");
            writer.WriteAttributeString("name", "twodoors");
            writer.WriteAttributeString("tests", Number(results.Count));
            writer.WriteAttributeString("failures", Number(results.Count(Fails)));
            writer.WriteAttributeString("errors", "0");
            writer.WriteAttributeString("skipped", Number(results.Count(result => result.IsUndecided)));
            writer.WriteAttributeString("time", Seconds(results.Sum(result => result.Elapsed.TotalSeconds)));
            foreach (Explored result in results)
                WriteCase(writer, result);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}";
    }

    private static bool Fails(Explored result) => !result.IsExpected && !result.IsUndecided;

    private static void WriteCase(XmlWriter writer, Explored result)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("classname", result.Scenario.File.System.Text);
        writer.WriteAttributeString("name", result.Name);
        writer.WriteAttributeString("file", result.Scenario.File.File);
        writer.WriteAttributeString("time", Seconds(result.Elapsed.TotalSeconds));
        if (result.IsUndecided)
        {
            writer.WriteStartElement("skipped");
            writer.WriteAttributeString("message", VerdictText.Of(result.Verdict));
            writer.WriteString($"nothing is proven; expected: {result.Scenario.File.Expect}");
            writer.WriteEndElement();
        }
        else if (Fails(result))
        {
            writer.WriteStartElement("failure");
            string verdict = VerdictText.Of(result.Verdict);
            string message = $"expected: {result.Scenario.File.Expect}; found: {verdict}";
            writer.WriteAttributeString("message", message);
            writer.WriteString(Text(result, message));
            writer.WriteEndElement();
        }

        writer.WriteElementString("system-out", Summary(result));
        writer.WriteEndElement();
    }

    /// <summary>All that there is to say: some CI systems show the text alone and not the message.</summary>
    private static string Text(Explored result, string message)
    {
        List<string> lines = [message];
        foreach (Alert alert in Alert.Of(result).Where(alert => alert.Timeline is not null))
        {
            lines.Add($"{alert.At}: {alert.Text}");
            lines.AddRange(TimelineText.Lines(alert.Timeline!));
        }

        return Clean(string.Join('\n', lines));
    }

    /// <summary>XML has no way to hold some characters at all, and a claim may quote any.</summary>
    private static string Clean(string text)
    {
        StringBuilder clean = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool fits = !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);
            clean.Append(fits ? rune.ToString() : $"\\x{rune.Value:x2}");
        }

        return clean.ToString();
    }

    private static string Summary(Explored result) =>
        $"{VerdictText.Of(result.Verdict)}; {VerdictText.Count(result.Verdict.Counts.States)} states, "
        + $"{VerdictText.Cuts(result.Verdict)} cuts";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => seconds.ToString("0.000", CultureInfo.InvariantCulture);
}
