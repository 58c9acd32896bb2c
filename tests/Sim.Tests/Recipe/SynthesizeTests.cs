using System.Text.Json;
using TwoDoors.Sim.Cli;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios.Recipe;
using TwoDoors.Sim.Tests.Cli;
using Xunit;

namespace TwoDoors.Sim.Tests.Recipe;

public sealed class SynthesizeTests : IDisposable
{
    // Two syncs of which either makes the new name durable where one journal orders all names (fsync(2), NOTES).
    private const string EitherWillDo =
        """
        scenario: recipe/either
        claim: A name that was acked is there.
        source: fsync(2)
        system: recipe
        disk: { profile: ext4-ordered }
        faults: { crashes: any }
        given: { /d/: {} }
        steps:
          - creat: { path: /d/f, as: f }
          - fsync: { file: f, point: fsync(f) }
          - fsync: { directory: /d, point: fsync(d) }
          - ack: { /d/f: "" }
        properties:
          - implies: { if: { acked: /d/f }, then: { exists: /d/f } }
            name: kept
        expect: holds
        """;

    private readonly Tool tool = new() { Engine = new Engine() };

    public SynthesizeTests()
    {
        foreach (string name in new[] { "publish-by-rename", "publish-by-rename-without-file-fsync" })
            tool.Write($"scenarios/recipe/{name}.yaml", RecipeText.OfRepository($"scenarios/recipe/{name}.yaml"));
        tool.Write("scenarios/recipe/either.yaml", EitherWillDo);
        tool.Systems = [new RecipeSystem()];
    }

    public void Dispose() => tool.Dispose();

    // By hand: on posix-min both syncs are needed (fsync(2), NOTES); ext4 flushes at a rename over an existing name.
    [Fact]
    public void Synthesize_PublishByRename_PrintsTheSmallestSets()
    {
        int code = Run("recipe/publish-by-rename", "--profiles", "posix-min,ext4-ordered,posix-min-alice");

        Assert.Equal("", tool.Error);
        Assert.Equal(
            """
            profile          all  smallest  sets  proof
            posix-min          2         2     1  proven in 3 explorations; smaller sets: 3, explored: 2
            ext4-ordered       2         1     1  proven in 3 explorations; smaller sets: 1, explored: 0
            posix-min-alice    2         -     0  no set holds: old-or-new
            posix-min keeps fsync(tmp), fsync(d)
            ext4-ordered keeps fsync(d)

            """,
            tool.Out);
        Assert.Equal(ExitCode.Expected, code);
    }

    [Fact]
    public void Synthesize_EitherOfTwo_NamesBoth()
    {
        Run("recipe/either", "--profiles", "ext4-ordered");

        Assert.EndsWith(
            "ext4-ordered keeps fsync(f)\next4-ordered keeps fsync(d)\n", tool.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Synthesize_EverySet_ExploresThemAll()
    {
        Run("recipe/publish-by-rename", "--profiles", "posix-min", "--every");

        Assert.Contains("smaller sets: 3, explored: 3\n", tool.Out, StringComparison.Ordinal);
    }

    // A sync that may fail: leaving it out takes its failure away, so nothing is concluded from other sets.
    [Fact]
    public void Synthesize_SyncsMayFail_ExploresEverySet()
    {
        Run("recipe/publish-by-rename", "--profiles", "posix-min", "--set", "faults.eio-fsync=1");

        Assert.Contains("smaller sets: 3, explored: 3\n", tool.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Synthesize_OneClaim_NeedsLess()
    {
        Run("recipe/publish-by-rename", "--profiles", "posix-min", "--property", "old-or-new");

        Assert.EndsWith("posix-min keeps fsync(tmp)\n", tool.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Synthesize_Among_KeepsTheOthers()
    {
        Run("recipe/publish-by-rename", "--profiles", "ext4-ordered", "--among", "fsync(d)");

        Assert.EndsWith("ext4-ordered keeps fsync(tmp), fsync(d)\n", tool.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Synthesize_NothingIsExhausted_SaysSoWithExitCodeThree()
    {
        tool.Engine = new Engine
        {
            Explore = (subject, options, progress) =>
            {
                Verdict verdict = Explorer.Explore(subject, options, progress);
                return subject.WithoutSyncs.Count == 0 ? verdict : verdict with { Outcome = Outcome.NotViolated };
            },
        };

        int code = Run("recipe/either", "--profiles", "ext4-ordered");

        Assert.Equal(ExitCode.BudgetEnded, code);
        Assert.Contains("not proven in ", tool.Out, StringComparison.Ordinal);
        Assert.Contains(
            "without fsync(d): was not exhausted within the limits", tool.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Synthesize_Json_HasSetsAndReasons()
    {
        Run("recipe/publish-by-rename", "--profiles", "xfs", "--json", "-");

        using JsonDocument document = JsonDocument.Parse(tool.Out);
        JsonElement xfs = document.RootElement.GetProperty("profiles")[0];
        Assert.Equal("twodoors-synthesize-1", document.RootElement.GetProperty("format").GetString());
        Assert.Equal(2, xfs.GetProperty("smallest")[0].GetProperty("calls").GetInt32());
        Assert.Equal("old-or-new", xfs.GetProperty("needed")[0].GetProperty("violates")[0].GetString());
        Assert.True(xfs.GetProperty("proven").GetBoolean());
    }

    [Theory]
    [InlineData("--profiles", "posix-mim", "unknown profile 'posix-mim'; did you mean 'posix-min'?")]
    [InlineData("--among", "fsync(e)", "--among fsync(e): no sync and no part 'fsync(e)'; did you mean 'fsync(d)'?")]
    [InlineData("--property", "old-or-knew", "no claim 'old-or-knew'; did you mean 'old-or-new'?")]
    [InlineData("--budget", "soon", "expected a time such as 500ms")]
    public void Synthesize_WrongWord_IsOneLineAndExitCodeTwo(string option, string value, string expected)
    {
        int code = Run("recipe/publish-by-rename", option, value);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(expected, tool.Error, StringComparison.Ordinal);
        Assert.Single(tool.Error.TrimEnd('\n').Split('\n'));
    }

    private int Run(params string[] arguments) => tool.Run(["synthesize", .. arguments, "--quiet"]);
}
