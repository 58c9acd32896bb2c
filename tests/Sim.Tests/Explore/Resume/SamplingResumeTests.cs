using TwoDoors.Model.Claims;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Explore.Strategies;
using TwoDoors.Sim.Explore.Threads;
using TwoDoors.Sim.Tests.Explore.Strategies;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Resume;

public class SamplingResumeTests
{
    private const int Executions = 60;

    private static readonly Subject Lossy = Publish.Subject("fsync(d)") with { HostCrashes = 2, ProcessCrashes = 1 };

    public static TheoryData<string> Independent { get; } =
        [.. StrategySet.All.Where(entry => !entry.Adapts).Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Independent))]
    public void Sample_StoppedAtEveryFewExecutions_IsTheVerdictOfOneSession(string strategy)
    {
        ExploreOptions options = new(strategy, Executions, Seed: 7);
        string alone = Sessions.Text(Search(Lossy, options));

        Verdict last = InSessions(options, 7, out int count);

        Assert.NotEmpty(last.Violations);
        Assert.Equal((alone, (Executions / 7) + 1), (Sessions.Text(last), count));
    }

    [Fact]
    public void Sample_StoppedAtEveryExecution_IsTheVerdictOfOneSession()
    {
        ExploreOptions options = new("random", Executions, Seed: 7) { Shard = new Shard(1, 2) };
        string alone = Sessions.Text(Search(Lossy, options));

        Assert.Equal(alone, Sessions.Text(InSessions(options, 1, out _)));
    }

    [Theory]
    [MemberData(nameof(Independent))]
    [InlineData("uniform")]
    public void SampleThreads_StoppedAtEveryFewExecutions_IsTheVerdictOfOneSession(string strategy)
    {
        ThreadProgram program = SmallPrograms.CrossedLocks(spawns: false);
        Property claim = new(ThreadSubject.NoDeadlock, "Nobody waits for ever.", ClaimTime.Always, _ => null);
        Subject subject = ThreadSubject.Of("test/crossed", program, [claim], []);
        ExploreOptions options = new(strategy, Executions, Seed: 7);
        string alone = Sessions.Text(Explorer.Explore(subject, options));

        Verdict last = Sessions.Run(
            control => Explorer.Explore(subject, options with { Control = control }),
            verdict => verdict.Executions == Executions,
            7,
            out int count);

        Assert.NotEmpty(last.Violations);
        Assert.Equal((alone, (Executions / 7) + 1), (Sessions.Text(last), count));
    }

    [Fact]
    public void Learns_Strategies_AreThoseThatAreNotTested()
    {
        Assert.Equal(["coverage"], StrategySet.Names.Where(Explorer.Learns));
    }

    private static Verdict InSessions(ExploreOptions options, int stopAt, out int count) => Sessions.Run(
        control => Search(Lossy, options with { Control = control }),
        verdict => verdict.Part!.IsWhole,
        stopAt,
        out count);

    /// <summary>Sampling without making witnesses smaller, which takes longer than all else.</summary>
    private static Verdict Search(Subject subject, ExploreOptions options) => new RandomSearch(
        new Laboratory(subject), options, new Deadline(null, options.Executions, options.Control.Stop), null).Run();
}
