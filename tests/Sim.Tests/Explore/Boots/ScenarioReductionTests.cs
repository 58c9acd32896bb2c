using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios;
using TwoDoors.Sim.Tests.Recipe;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Boots;

/// <summary>Reduced search against one that leaves nothing out but equal interleavings, on scenarios with activities
/// beside each other and on mutants of them. Origin of what must be found: the latter search.</summary>
public sealed class ScenarioReductionTests
{
    [Theory]
    [InlineData("recipe/persevere/pord-wr-wr-n-unord", 1)]
    [InlineData("recipe/persevere/pord-wr-wr-n-rr", 1)]
    [InlineData("recipe/persevere/rd-wr-wr-n-cont", 1)]
    [InlineData("spool/interleaved/recovery-beside-the-copier", 0)]
    [InlineData("spool/interleaved/recovery-without-a-lock", 0)]
    [InlineData("spool/defects/d08-copies-are-seen-half-written", 0)]
    [InlineData("spool/defects/d10-recovery-beside-the-copier", 0)]
    [InlineData("spool/f1/killed-and-crashed-on-btrfs", 0)]
    public void Search_Scenario_MissesNothing(string name, int crashes)
    {
        string text = RecipeText.OfRepository($"scenarios/{name}.yaml");
        Subject subject = Scenario.Load("a.yaml", text, [], Systems.All).Subject with { HostCrashes = crashes };
        ExploreOptions options = new();
        SearchRules merging = Explorer.Plain(options) with { MergeInterleavings = true };

        Assert.Equal(
            EngineCheck.Search(subject, merging, options),
            EngineCheck.Search(subject, Explorer.Reduced(options), options));
    }
}
