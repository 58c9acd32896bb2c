using TwoDoors.Model.Claims;
using TwoDoors.Sim.Explore;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore;

public class PartTests
{
    private static readonly ExploreOptions Exhaustive = new();

    private static readonly ExploreOptions Random = new(Strategy: "random", Executions: 2001, Seed: 7);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Join_ShardsOfTheTree_AreTheVerdictOfOneMachine(int count)
    {
        Verdict alone = Explorer.Explore(Spooled.Subject, Exhaustive);

        Verdict joined = Joined(Spooled.Subject, Exhaustive, count);

        Assert.Equal(Spooled.Text(alone), Spooled.Text(joined));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Join_ShardsAtABoundOfCrashes_AreTheVerdictOfOneMachine(int crashes)
    {
        Subject bounded = Spooled.Subject with { HostCrashes = crashes };
        Verdict alone = Explorer.Explore(bounded, Exhaustive);

        Verdict joined = Joined(bounded, Exhaustive, 3);

        Assert.Equal(Spooled.Text(alone), Spooled.Text(joined));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Join_ShardsOfSamples_AreTheVerdictOfOneMachine(int count)
    {
        Subject lossy = Publish.Subject("fsync(d)");
        Verdict alone = Explorer.Explore(lossy, Random);

        Verdict joined = Joined(lossy, Random, count);

        Assert.NotEmpty(alone.Violations);
        Assert.Equal(alone.Counts.Runs, joined.Counts.Runs);
        Assert.Equal(Spooled.Text(alone), Spooled.Text(joined));
    }

    [Fact]
    public void Shard_OfTheTree_ExploresLessThanAll()
    {
        Verdict alone = Explorer.Explore(Spooled.Subject, Exhaustive);

        Verdict part = Explorer.Explore(Spooled.Subject, Exhaustive with { Shard = new Shard(1, 3) });

        Assert.InRange(part.Counts.Runs, 1, alone.Counts.Runs - 1);
    }

    [Fact]
    public void Join_ClaimThatOneShardMeets_IsMet()
    {
        Property rain = new("rain", "it rains", ClaimTime.Sometimes, _ => "no");
        Subject subject = Publish.Subject() with { Properties = [rain] };
        SearchPart dry = PartOf(subject, Exhaustive, 0, 2);
        SearchPart wet = PartOf(subject, Exhaustive, 1, 2) with { NeverMet = [] };

        Verdict joined = PartJoin.Of(subject, Exhaustive, [dry, wet]);

        Assert.Equal(["rain"], dry.NeverMet);
        Assert.Equal(Outcome.Holds, joined.Outcome);
    }

    [Fact]
    public void Join_ClaimThatNoShardMeets_IsViolated()
    {
        Property never = new("never", "it rains", ClaimTime.Sometimes, _ => "no");
        Subject subject = Publish.Subject() with { Properties = [never] };

        Verdict joined = Joined(subject, Exhaustive, 2);

        Assert.Equal("no state meets it: it rains", Assert.Single(joined.Violations).Says);
    }

    [Fact]
    public void Join_PartThatWasStopped_ProvesNothing()
    {
        Subject subject = Publish.Subject();
        ExploreOptions stopped = Exhaustive with { Control = new() { Stop = new CancellationToken(canceled: true) } };

        Verdict joined = PartJoin.Of(
            subject, Exhaustive, [PartOf(subject, Exhaustive, 0, 2), PartOf(subject, stopped, 1, 2)]);

        Assert.Equal(Outcome.NotViolated, joined.Outcome);
        Assert.False(joined.Closed);
    }

    private static Verdict Joined(Subject subject, ExploreOptions options, int count) => PartJoin.Of(
        subject, options, [.. Enumerable.Range(0, count).Select(index => PartOf(subject, options, index, count))]);

    private static SearchPart PartOf(Subject subject, ExploreOptions options, int index, int count) =>
        Explorer.Explore(subject, options with { Shard = new Shard(index, count) }).Part!;
}
