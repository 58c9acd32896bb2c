using TwoDoors.Sim.Explore.Programs;
using TwoDoors.Sim.Explore.Threads;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Programs;

/// <summary>The programs with a published bug have it: SURW finds each within 10,000 schedules in the artifact of Zhao
/// and others, ASPLOS 2025, but for safestack, which takes some 100,000.</summary>
public sealed class PublishedBugTests
{
    [Theory]
    [InlineData("stringbuffer")]
    [InlineData("wsq 1 4 2")]
    [InlineData("cve_2013_1792")]
    [InlineData("cve_2016_1972")]
    [InlineData("cve_2016_1973")]
    [InlineData("queue 20")]
    [InlineData("circular_buffer_bad 7")]
    public void Spawned_SampledBySurw_Fails(string line)
    {
        ThreadVerdict verdict = ThreadSearches.Run(
            Spawning.From(Catalogue.Build(line)).Compile(),
            new ThreadOptions { Strategy = "surw", Executions = 10_000, StopAtFirst = true });

        Assert.NotNull(verdict.First);
    }

    [Theory]
    [InlineData("wsq_ok 1 4 2")]
    [InlineData("fib_bench 3")]
    [InlineData("circular_buffer 7")]
    public void RightVersion_Exhausted_NeverFails(string line)
    {
        ThreadVerdict verdict = ThreadSearches.Run(
            Catalogue.Build(line).Compile(), new ThreadOptions { Strategy = "exhaustive" });

        Assert.Equal((true, 0L), (verdict.Complete, verdict.FailedTraces));
    }
}
