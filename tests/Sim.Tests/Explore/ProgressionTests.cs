using TwoDoors.Sim.Explore;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore;

public class ProgressionTests
{
    [Fact]
    public void Log_ManyRuns_KeepsFewSamplesAtEqualSteps()
    {
        ProgressionLog log = new();
        for (long runs = 1; runs <= 100_000; runs++)
        {
            if (log.Wants(runs))
                log.Add(new Sample(runs, runs, 0, 0));
        }

        Progression whole = log.End(new Sample(100_000, 7, 7, 7));

        long[] steps = [.. whole.Samples.Zip(whole.Samples.Skip(1), (one, next) => next.Runs - one.Runs)];
        Assert.InRange(whole.Samples.Count, 100, 256);
        Assert.Equal(512, steps[..^1].Distinct().Single());
        Assert.Equal(7, whole.Samples[^1].States);
    }

    [Theory]
    [InlineData("exhaustive")]
    [InlineData("random")]
    public void Explore_Twice_GoesTheSameWay(string strategy)
    {
        ExploreOptions options = new(strategy, Executions: 300);
        Verdict one = Explorer.Explore(Publish.Subject("fsync(t)"), options);
        Verdict two = Explorer.Explore(Publish.Subject("fsync(t)"), options);

        Assert.Equal(one.Progression.Samples, two.Progression.Samples);
        Assert.Equal(one.Counts.States, one.Progression.Samples[^1].States);
        Assert.Equal(
            one.Violations.Select(found => found.Property).Order(),
            one.Progression.Firsts.Select(first => first.Property).Order());
    }
}
