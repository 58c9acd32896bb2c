using TwoDoors.Model.Claims;
using TwoDoors.Model.World;
using TwoDoors.Sim.Explore;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore;

public class ExplorerTests
{
    private static readonly ExploreOptions Options = new(Budget: TimeSpan.FromSeconds(60));

    [Fact]
    public void Explore_CorrectPublish_HoldsForAnyNumberOfCrashes()
    {
        Verdict verdict = Explorer.Explore(Publish.Subject() with { HostCrashes = null }, Options);

        Assert.Equal(Outcome.Holds, verdict.Outcome);
        Assert.True(verdict.Closed);
        Assert.Null(verdict.CrashBound);
    }

    [Fact]
    public void Explore_PublishWithoutFileSync_LosesOneChange()
    {
        Verdict verdict = Explorer.Explore(Publish.Subject("fsync(t)"), Options);

        Violation violation = Assert.Single(verdict.Violations, v => v.Property == "old-or-new");
        Assert.Equal((1, 1), (violation.Crashes, violation.Lost));
    }

    [Fact]
    public void Explore_PublishWithoutDirectorySync_LosesTheAcknowledged()
    {
        Verdict verdict = Explorer.Explore(Publish.Subject("fsync(d)"), Options);

        Violation violation = Assert.Single(verdict.Violations);
        Assert.Equal("acked-survives", violation.Property);
        Assert.Equal((1, 1), (violation.Crashes, violation.Lost));
    }

    [Theory]
    [InlineData("fsync(t)")]
    [InlineData("fsync(d)")]
    [InlineData("none")]
    public void Explore_ReducedAndPlain_MeetTheSameStates(string without)
    {
        Subject subject = Publish.Subject(without) with { ProcessCrashes = 1 };

        EngineCheckResult result = EngineCheck.Sound(subject, 2, Options);

        Assert.True(result.Passed, result.Detail);
        Assert.DoesNotContain("not compared", result.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Explore_AllProcessesKilled_TheLedgerHearsOfIt()
    {
        Property heard = new(
            "heard",
            "the outside hears of a crash of all processes",
            ClaimTime.Sometimes,
            world => ((AckLedger)world.Ledger).Crashed ? null : "not yet");
        Subject subject = Publish.Subject() with { HostCrashes = 0, ProcessCrashes = 1, Properties = [heard] };

        Assert.Equal(Outcome.Holds, Explorer.Explore(subject, Options).Outcome);
        Assert.Equal(Outcome.Violates, Explorer.Explore(subject with { ProcessCrashes = 0 }, Options).Outcome);
    }

    [Fact]
    public void Explore_BootThatAsks_FollowsEveryAnswer()
    {
        Subject subject = Publish.Subject() with
        {
            HostCrashes = 0,
            Boot = async (host, choices) =>
            {
                await host.Files.Stat("/d");
                int answer = choices.Pick("break it", ["no", "yes"]);
                await host.Files.Stat("/d");
                if (answer == 1)
                    await host.Files.Unlink("/d/f");
            },
        };

        Assert.Equal("old-or-new", Assert.Single(Explorer.Explore(subject, Options).Violations).Property);
        Assert.True(EngineCheck.Sound(subject, 1, Options).Passed);
    }

    [Fact]
    public void Explore_Twice_MeetsTheSame()
    {
        EngineCheckResult result = EngineCheck.Deterministic(Publish.Subject("fsync(d)"), Options);

        Assert.True(result.Passed, result.Detail);
    }

    [Fact]
    public void Explore_RandomWithSeed_FindsTheLossAndRepeats()
    {
        ExploreOptions random = Options with { Strategy = "random", Executions = 3000, Seed = 7 };

        Verdict first = Explorer.Explore(Publish.Subject("fsync(d)"), random);
        Verdict second = Explorer.Explore(Publish.Subject("fsync(d)"), random);

        Assert.Contains(first.Violations, v => v.Property == "acked-survives" && v.Lost == 1);
        Assert.Equal(first.Hash, second.Hash);
    }

    [Fact]
    public void Explore_UnknownStrategy_SaysWhichThereAre()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Explorer.Explore(Publish.Subject(), Options with { Strategy = "guess" }));

        Assert.Contains("exhaustive, dfs, auto, random, pct, pos", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Explore_TwoActivitiesOfTwoCalls_HasSixInterleavings()
    {
        // AABB ABAB ABBA BABA BAAB BBAA, by hand.
        Subject subject = Publish.Subject() with
        {
            HostCrashes = 0,
            Properties = [],
            Boot = (host, choices) => Beside(host, Two, Two),
        };

        Verdict verdict = Explorer.Explore(subject, Options with { Strategy = "dfs" });

        Assert.Equal(6, verdict.Counts.Runs);
    }

    [Fact]
    public void Explore_ActivitiesThatWaitForEachOther_IsADeadlock()
    {
        IActivity? first = null;
        Subject subject = Publish.Subject() with
        {
            HostCrashes = 0,
            Boot = (host, choices) =>
            {
                first = host.Fork("a", async h =>
                {
                    await h.Files.Stat("/d");
                    await first!.Join();
                });
                return default;
            },
        };

        Violation violation = Assert.Single(Explorer.Explore(subject, Options).Violations);

        Assert.Equal(("ends", "deadlock: a waits for itself to end"), (violation.Property, violation.Says));
    }

    [Theory]
    [InlineData("exhaustive")]
    [InlineData("random")]
    public void Explore_BootThatCallsForEver_IsAViolation(string strategy)
    {
        Subject subject = Publish.Subject() with
        {
            HostCrashes = 0,
            Properties = [],
            Boot = async (host, choices) =>
            {
                while (true)
                    await host.Files.Stat("/d");
            },
        };

        Verdict verdict = Explorer.Explore(subject, Options with { Strategy = strategy, Executions = 1 });

        Violation violation = Assert.Single(verdict.Violations);
        Assert.Equal("ends", violation.Property);
        Assert.StartsWith(
            "livelock: main goes round for ever (step 1 repeats: stat /d); no end after ",
            violation.Says,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Explore_ProtocolThatThrows_IsAViolationWithTheMessage()
    {
        Subject subject = Publish.Subject() with
        {
            HostCrashes = 0,
            Boot = (host, choices) => throw new InvalidOperationException("gap"),
        };

        Violation violation = Assert.Single(Explorer.Explore(subject, Options).Violations);

        Assert.Equal(("no-exception", "InvalidOperationException: gap"), (violation.Property, violation.Says));
    }

    private static async ValueTask Two(IHost host)
    {
        await host.Files.Stat("/d");
        await host.Files.Stat("/d/f");
    }

    private static async ValueTask Beside(IHost host, Func<IHost, ValueTask> a, Func<IHost, ValueTask> b)
    {
        IActivity first = host.Fork("a", a);
        IActivity second = host.Fork("b", b);
        await first.Join();
        await second.Join();
    }
}
