using TwoDoors.Sim.Explore.Programs;
using TwoDoors.Sim.Explore.Threads;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Reduction;

/// <summary>The small ones; twodoors check-engine --counts has all.</summary>
public sealed class PublishedCountsTests
{
    public static TheoryData<string, int> Small { get; } =
        [.. PublishedCounts.All.Index().Where(one => one.Item.IsSmall).Select(one => (one.Item.Name, one.Index))];

    [Theory]
    [MemberData(nameof(Small))]
    public void Run_PublishedProgram_CountsWhatIsPublished(string name, int index)
    {
        PublishedCount count = PublishedCounts.All[index];
        CatalogueProgram program = Catalogue.Find(count.Program)!;
        int[] numbers = [.. program.Parameters.Select((one, i) => i < 1 ? count.Arguments[i] : one.Usual)];

        ThreadVerdict verdict = ThreadSearches.Run(
            program.Build(numbers).Compile(), new ThreadOptions { Strategy = count.Strategy, Bound = count.Bound });

        Assert.Equal((name, count.Traces, count.Blocked), (name, verdict.Traces, verdict.Blocked));
    }
}
