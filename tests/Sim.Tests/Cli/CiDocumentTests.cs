using System.Text.RegularExpressions;
using TwoDoors.Sim.Cli;
using TwoDoors.Sim.Tests.Recipe;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace TwoDoors.Sim.Tests.Cli;

/// <summary>What docs/CI.md tells a reader to paste is read by the same readers as theirs.</summary>
public class CiDocumentTests
{
    private static readonly string Text = RecipeText.OfRepository("docs/CI.md");

    [Fact]
    public void Yaml_EveryBlock_IsADocument()
    {
        const RegexOptions Lines = RegexOptions.Singleline | RegexOptions.Multiline;
        string[] blocks =
            [.. Regex.Matches(Text, "^```yaml\n(.*?)^```", Lines).Select(match => match.Groups[1].Value)];

        Assert.True(blocks.Length >= 2);
        Assert.All(blocks, block =>
        {
            YamlStream stream = [];
            stream.Load(new StringReader(block));
            Assert.IsType<YamlMappingNode>(Assert.Single(stream.Documents).RootNode);
        });
    }

    [Fact]
    public void CommandLines_EachOne_AreOurs()
    {
        string[] lines = [.. Commands()];

        Assert.True(lines.Length >= 5);
        Assert.All(lines, line => Assert.Null(Mistake(line)));
    }

    [Fact]
    public void CommandLines_UnknownOption_IsFound() =>
        Assert.Equal("twodoors: unknown option '--junnit'; did you mean '--junit'?", Mistake("explore --junnit v.xml"));

    /// <summary>The words behind "twodoors", up to the end of the command; what the CI system or the shell puts in is a
    /// word.</summary>
    private static IEnumerable<string> Commands()
    {
        string joined = Text.Replace("\\\n", " ", StringComparison.Ordinal);
        string filled = Regex.Replace(joined, @"\$\{\{[^}]*\}\}|\$[A-Z_]+|\$trace", "1");
        return Regex.Matches(filled, @"^ *(?:- run: |- |if )?twodoors ([^;|&\n]*)", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value.Replace("\"", "", StringComparison.Ordinal));
    }

    private static string? Mistake(string line) =>
        EntryPoint.Check(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), new Surroundings
        {
            Out = TextWriter.Null,
            Error = TextWriter.Null,
            IsTerminal = false,
            Folder = ".",
        });
}
