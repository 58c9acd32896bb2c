using TwoDoors.Model.Script;
using Xunit;

namespace TwoDoors.Conformance.Tests.Scripts;

/// <summary>The scripts that were kept agree on both file systems, in every errno, result and dump.</summary>
public sealed class ScriptFileTests(RealRoot real) : IClassFixture<RealRoot>
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "scripts");

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Run_OnBothArms_Agrees(string file)
    {
        Assert.SkipWhen(Arms.Missing is not null, Arms.Missing ?? "");
        PosixScript script = Parse(file);

        ScriptRun onKernel = Arms.Real(script, real.Folder);

        Assert.Null(Arms.Difference(Arms.Simulated(script), onKernel));
    }

    [Fact]
    public void Files_AllOfThem_AreAtLeastThreeHundred()
    {
        // The number that the project promises.
        Assert.True(Files.Count >= 300, $"{Files.Count} scripts");
    }

    private static PosixScript Parse(string file)
    {
        byte[] text = File.ReadAllBytes(Path.Combine(Folder, file));
        PosixScript? script = ScriptParser.Parse(file, text, out ScriptMistake? mistake);
        Assert.Null(mistake);
        return script!;
    }
}
