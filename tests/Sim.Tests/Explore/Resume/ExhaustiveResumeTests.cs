using TwoDoors.Model.Claims;
using TwoDoors.Sim.Explore;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Resume;

public class ExhaustiveResumeTests
{
    private static readonly ExploreOptions Exhaustive = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Search_StoppedAtEveryFewRounds_IsTheVerdictOfOneSession(int rounds)
    {
        string alone = Sessions.Text(Search(Spooled.Subject, Exhaustive));

        Verdict last = InSessions(Spooled.Subject, Exhaustive, rounds, out int count);

        Assert.Equal(alone, Sessions.Text(last));
        Assert.True(count > 3, $"only {count} sessions");
    }

    [Fact]
    public void Explore_FromTheStateAtTheEnd_IsTheVerdictWithItsWitnesses()
    {
        Verdict alone = Explorer.Explore(Spooled.Subject, Exhaustive);
        using StoppingKeeper first = new(null, 2);
        Search(Spooled.Subject, Exhaustive with { Control = first.Control });
        using StoppingKeeper second = new(first.Last, 0);
        Explorer.Explore(Spooled.Subject, Exhaustive with { Control = second.Control });
        using StoppingKeeper third = new(second.Last, 0);

        Verdict again = Explorer.Explore(Spooled.Subject, Exhaustive with { Control = third.Control });

        Assert.NotEmpty(alone.Violations);
        Assert.Equal(Sessions.Text(alone), Sessions.Text(again));
    }

    [Fact]
    public void Search_StoppedWithinRounds_DoesTheRoundsAgain()
    {
        string alone = Sessions.Text(Search(Spooled.Subject, Exhaustive));
        byte[]? state = null;
        foreach (long runs in new long[] { 1, 2, 5, 17, 60, 200, 201, 700, 1300, 1301 })
        {
            using StoppingKeeper keeper = new(state, 0);
            Verdict cut = Search(Spooled.Subject, Exhaustive with { Control = keeper.Control }, runs);
            Assert.False(cut.Closed);
            state = keeper.Last;
        }

        using StoppingKeeper end = new(state, 0);
        Verdict last = Search(Spooled.Subject, Exhaustive with { Control = end.Control });

        Assert.Equal(alone, Sessions.Text(last));
    }

    [Fact]
    public void Search_SeveralWorkers_AreStoppedAlike()
    {
        string alone = Sessions.Text(Search(Spooled.Subject, Exhaustive));
        Workers workers = new(3);
        Verdict? last = null;
        workers.Run(
            [
                () => last = Sessions.Run(
                    control => Search(
                        Spooled.Subject, Exhaustive with { Control = control with { Workers = workers } }),
                    verdict => verdict.Closed,
                    2,
                    out _),
            ],
            TimeSpan.FromSeconds(1),
            () => { });

        Assert.Equal(alone, Sessions.Text(last!));
    }

    [Fact]
    public void Search_OfOnePart_IsResumedAsThatPart()
    {
        ExploreOptions part = Exhaustive with { Shard = new Shard(1, 3) };
        string alone = Sessions.Text(Search(Spooled.Subject, part));

        Assert.Equal(alone, Sessions.Text(InSessions(Spooled.Subject, part, 1, out _)));
    }

    [Fact]
    public void Search_FaultsAndKills_AreResumed()
    {
        Subject busy = Publish.Subject("fsync(d)") with
        {
            HostCrashes = 3,
            ProcessCrashes = 1,
            Faults = [new("eio-fsync", 1)],
        };
        string alone = Sessions.Text(Search(busy, Exhaustive));

        Assert.Equal(alone, Sessions.Text(InSessions(busy, Exhaustive, 1, out _)));
    }

    [Fact]
    public void Search_EndedByItsFirstViolation_StaysEnded()
    {
        ExploreOptions first = Exhaustive with { StopAtFirst = true };
        using StoppingKeeper keeper = new(null, 0);
        string alone = Sessions.Text(Search(Spooled.Subject, first with { Control = keeper.Control }));
        using StoppingKeeper again = new(keeper.Last, 0);

        Assert.Equal(alone, Sessions.Text(Search(Spooled.Subject, first with { Control = again.Control })));
    }

    [Fact]
    public void Search_ClaimMetBeforeTheStop_IsMet()
    {
        // Met in the first boot alone, which no later session sees.
        Property old = new("old", "the file is old", ClaimTime.Sometimes, world => world.Read("/d/f") is [(byte)'o', ..]
            ? null
            : "no");
        Subject subject = Publish.Subject() with { Properties = [old] };
        string alone = Sessions.Text(Search(subject, Exhaustive));

        Verdict last = InSessions(subject, Exhaustive, 1, out _);

        Assert.Equal(Outcome.Holds, last.Outcome);
        Assert.Equal(alone, Sessions.Text(last));
    }

    [Fact]
    public void WorldBuilder_AnotherSubject_SaysThatTheWayLeadsElsewhere()
    {
        using StoppingKeeper keeper = new(null, 2);
        Search(Publish.Subject() with { HostCrashes = 2 }, Exhaustive with { Control = keeper.Control });
        using StoppingKeeper again = new(keeper.Last, 0);
        Subject other = Publish.Subject() with { HostCrashes = 2, Profile = "btrfs", Faults = [new("eio-stat", 1)] };

        InvalidOperationException failure = Assert.Throws<InvalidOperationException>(
            () => Search(other, Exhaustive with { Control = again.Control }));

        Assert.StartsWith("Not deterministic: the way to state ", failure.Message, StringComparison.Ordinal);
    }

    private static Verdict InSessions(Subject subject, ExploreOptions options, int stopAt, out int count) =>
        Sessions.Run(
            control => Search(subject, options with { Control = control }),
            verdict => verdict.Part!.IsWhole,
            stopAt,
            out count);

    /// <summary>A search without making witnesses smaller, which takes longer than all else.</summary>
    private static Verdict Search(Subject subject, ExploreOptions options, long? runs = null) =>
        new ExhaustiveSearch(
            new Laboratory(subject),
            options,
            Explorer.Reduced(options),
            new Deadline(null, runs, options.Control.Stop),
            null).Run();
}
