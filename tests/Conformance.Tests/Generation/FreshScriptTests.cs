using TwoDoors.Conformance.Tests.Scripts;
using TwoDoors.Model.Script;
using Xunit;

namespace TwoDoors.Conformance.Tests.Generation;

/// <summary>Scripts that nobody has seen agree on both file systems.</summary>
public sealed class FreshScriptTests(RealRoot real) : IClassFixture<RealRoot>
{
    private const int CallsEach = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Run_TwoHundredGenerated_Agrees(int seed)
    {
        Assert.SkipWhen(Arms.Missing is not null, Arms.Missing ?? "");
        ScriptGenerator generator = new((ulong)seed);
        for (int i = 0; i < 200; i++)
        {
            List<string> lines = generator.Lines(CallsEach);
            PosixScript script = Harvest.Parse([.. lines, "dump \"/\""]);

            string? difference = Arms.Difference(Arms.Simulated(script), Arms.Real(script, real.Folder));

            Assert.True(difference is null, $"{difference}\n\n@type script\n{string.Join('\n', lines)}");
        }
    }

    [Fact(Explicit = true)]
    public void Harvest_ManyGenerated_WritesScripts()
    {
        const int Most = 450;
        string folder = Environment.GetEnvironmentVariable("TWODOORS_HARVEST")
            ?? throw new InvalidOperationException("set TWODOORS_HARVEST to the folder of the scripts");
        Harvest harvest = new();
        foreach (bool coarse in (bool[])[true, false])
        {
            ScriptGenerator generator = new(7);
            for (int i = 0; i < 600 && harvest.Kept.Count < Most; i++)
                harvest.Look(generator.Lines(50), coarse, Most);
        }

        foreach (KeyValuePair<string, string> script in harvest.Kept)
            File.WriteAllText(Path.Combine(folder, script.Key), script.Value);
        Assert.NotEmpty(harvest.Kept);
    }
}
