using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios;
using Xunit;

namespace TwoDoors.Sim.Tests.Recipe;

/// <summary>Verdicts of the tests in tests/correct/fs and tests/wrong/fs of GenMC 0.6, whose mode Persevere models ext4
/// (Kokologiannakis et al., POPL 2021).</summary>
public sealed class PersevereTests
{
    [Theory]
    [InlineData("pord-rnm-at", true)]
    [InlineData("pord-rnm-at2", true)]
    [InlineData("pord-rvr-at", false)]
    [InlineData("pord-rvt-at", false)]
    [InlineData("pord-mp", false)]
    [InlineData("pord-mp-fsync", true)]
    [InlineData("pord-mp-osync", true)]
    [InlineData("pord-app-sbl", true)]
    [InlineData("pord-app-sfl", true)]
    [InlineData("pord-app-mbl", false)]
    [InlineData("pord-app-mfl", false)]
    [InlineData("pord-app-delalloc", false)]
    [InlineData("pord-app-na", false)]
    [InlineData("pwbk-app-sbl", false)]
    [InlineData("pwbk-appapp-sfl", false)]
    [InlineData("pord-wr-rdwr", false)]
    [InlineData("pord-wr-rdwr-fsync", true)]
    public void Explore_SmallTest_MeetsThePublishedVerdict(string name, bool holds)
    {
        Scenario scenario = Load(name);

        Verdict verdict = Explorer.Explore(scenario.Subject, scenario.File.Options);

        Assert.Equal(holds ? Outcome.Holds : Outcome.Violates, verdict.Outcome);
        Assert.True(scenario.File.Expect.IsMetBy(verdict));
    }

    // Without delayed allocation Persevere lets this one hold. Linux 6.18 showed zeros (docs/FAULTS.md).
    [Fact]
    public void Explore_AppendInHalfABlockWithoutDelayedAllocation_ViolatesAsTheKernelDoes()
    {
        Verdict verdict = Explorer.Explore(Load("pord-app-mbl-without-delalloc").Subject, new ExploreOptions());

        Assert.Equal("no-garbage", Assert.Single(verdict.Violations).Property);
    }

    // Persevere models no flush at close; ext4 mounts with auto_da_alloc, which flushes (ext4(5)).
    [Theory]
    [InlineData("ext4-ordered", "", true)]
    [InlineData("ext4-ordered", "noauto_da_alloc", false)]
    [InlineData("ext4-writeback", "noauto_da_alloc", false)]
    [InlineData("data-journal", "noauto_da_alloc", true)]
    public void Explore_ReplaceByTruncation_HangsOnTheMountOption(string profile, string option, bool holds)
    {
        string text = RecipeText.OfRepository("scenarios/recipe/persevere/pord-rvt-at-with-auto-da-alloc.yaml");
        string[] settings = [$"disk.profile={profile}", $"disk.mount-options=[{option}]"];

        Verdict verdict = Explorer.Explore(RecipeText.Load(text, settings).Subject, new ExploreOptions());

        Assert.Equal(holds ? Outcome.Holds : Outcome.Violates, verdict.Outcome);
    }

    // The larger tests are explored with all other scenarios; their assertions hold by construction.
    [Theory]
    [InlineData("pord-wr-wr-n")]
    [InlineData("pord-wr-wr-n-rr")]
    [InlineData("pord-wr-wr-n-unord")]
    [InlineData("pord-wr-wr-n-join-main")]
    [InlineData("pord-wr-wr-n-join-thr")]
    [InlineData("rd-wr-wr-n-cont")]
    public void Expect_LargerTest_IsThePublishedVerdict(string name) =>
        Assert.Equal("holds", Load(name).File.Expect.ToString());

    private static Scenario Load(string name) =>
        RecipeText.Load(RecipeText.OfRepository($"scenarios/recipe/persevere/{name}.yaml"));
}
