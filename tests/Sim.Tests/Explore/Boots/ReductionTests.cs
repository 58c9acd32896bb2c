using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Kernel.Files;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Boots;

/// <summary>Reduced against plain search on random subjects: the same crash states, the same ends, the same views for
/// claims, the same broken claims. Origin of what must be found: the search that leaves nothing out.</summary>
public sealed class ReductionTests
{
    private const int Count = 15;

    private const int SparseCount = 150;

    private static readonly ExploreOptions Options = new(Executions: 2_000);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Search_RandomSubjects_MissesNothing(int part)
    {
        int compared = 0;
        List<string> failed = [];
        for (int seed = part * Count; seed < (part + 1) * Count; seed++)
        {
            EngineCheckResult result = EngineCheck.Sound(RandomBoot.Subject(seed), null, Options);
            if (!result.Passed)
                failed.Add($"{seed}: {result.Detail}");
            if (!result.Detail.StartsWith("not", StringComparison.Ordinal))
                compared++;
        }

        Assert.True(failed.Count == 0, string.Join('\n', failed));
        Assert.True(compared > Count / 2, $"{compared}");
    }

    [Fact]
    public void Search_SparseSubjects_MissesNothing() =>
        Assert.DoesNotContain(Enumerable.Range(0, SparseCount), seed => MissesSomething(SparseBoot.Subject(seed)));

    /// <summary>The comparison can fail: with one row of the table left out, it does.</summary>
    [Theory]
    [InlineData((int)Facet.Names, 13)]
    [InlineData((int)Facet.Pending, 172)]
    [InlineData((int)Facet.Crash, 135)]
    [InlineData((int)Facet.Ledger, 13)]
    [InlineData((int)Facet.FreshNames, 74)]
    public void Search_BlindForOneFacet_IsCaught(int facet, int seed)
    {
        SearchRules wrong = Explorer.Reduced(Options) with { Blind = (Facet)facet };

        Assert.False(EngineCheck.Sound(RandomBoot.Subject(seed), null, Options, wrong).Passed);
    }

    /// <summary>The reference merges interleavings, and no more than that.</summary>
    private static bool MissesSomething(Subject subject)
    {
        SearchRules merging = Explorer.Plain(Options) with { MergeInterleavings = true };
        return EngineCheck.Search(subject, merging, new ExploreOptions())
            != EngineCheck.Search(subject, Explorer.Reduced(Options), new ExploreOptions());
    }
}
