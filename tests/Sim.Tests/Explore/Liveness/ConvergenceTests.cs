using TwoDoors.Model.World;
using TwoDoors.Sim.Explore;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Liveness;

public sealed class ConvergenceTests
{
    private static readonly ExploreOptions Options = new();

    /// <summary>The protocol makes ten calls.</summary>
    [Theory]
    [InlineData("exhaustive", 10, false)]
    [InlineData("exhaustive", 9, true)]
    [InlineData("random", 10, false)]
    [InlineData("random", 9, true)]
    public void Explore_Patience_IsCountedInCalls(string strategy, int calls, bool breaks)
    {
        Subject subject = Publish.Subject() with { ConvergesWithin = calls, HostCrashes = 0 };

        Verdict verdict = Explorer.Explore(subject, Options with { Strategy = strategy, Executions = 50 });

        Assert.Equal(breaks ? ["converges"] : [], verdict.Violations.Select(found => found.Property));
    }

    /// <summary>Ten calls, and ten after a crash of all processes behind the ninth: nineteen in all.</summary>
    [Theory]
    [InlineData(10, false)]
    [InlineData(9, true)]
    public void Explore_ProcessCrash_CountsFromThere(int calls, bool breaks)
    {
        Subject subject = Publish.Subject() with { ConvergesWithin = calls, HostCrashes = 0, ProcessCrashes = 1 };

        Verdict verdict = Explorer.Explore(subject, Options);

        Assert.Equal(breaks, verdict.Violations.Count > 0);
    }

    /// <summary>Two calls that fail once each and are made again, and one more: five calls, three after the last
    /// fault, at most four after the first.</summary>
    [Theory]
    [InlineData(4, false)]
    [InlineData(2, true)]
    public void Explore_Fault_CountsFromThere(int calls, bool breaks)
    {
        Subject subject = Alone(async host =>
        {
            for (int done = 0; done < 3;)
                done += (await host.Files.Stat("/d")).IsOk ? 1 : 0;
        }) with
        {
            ConvergesWithin = calls,
            Faults = [new("eio-stat", 2)],
        };

        Verdict verdict = Explorer.Explore(subject, Options);

        Assert.Equal(breaks ? ["converges"] : [], verdict.Violations.Select(found => found.Property));
    }

    [Fact]
    public void Explore_LockThatNobodyGivesBack_NamesTheHolder()
    {
        Subject subject = Alone(async host =>
        {
            Handle mine = (await host.Files.Open("/d/f", OpenFlags.ReadOnly)).Value;
            await host.Files.Lock(mine, LockMode.Exclusive);
            IActivity other = host.Fork("other", async own =>
            {
                Handle file = (await own.Files.Open("/d/f", OpenFlags.ReadOnly)).Value;
                while (await own.Files.Lock(file, LockMode.Exclusive) != Errno.Ok)
                    await own.Files.Stat("/d");
            });
            await other.Join();
        }) with
        {
            ConvergesWithin = 20,
        };

        Violation found = Assert.Single(Explorer.Explore(subject, Options).Violations);

        Assert.Equal("converges", found.Property);
        Assert.Matches(
            "^livelock: other goes round for ever \\(steps 4 to 5 repeat: flock .*: EAGAIN, stat /d\\); "
                + "main holds /d/f; no end 20 rounds after all that went wrong$",
            found.Says);
    }

    /// <summary>Who waits for another one in a loop may make many calls while nobody lets that one go on, which is no
    /// fault of the protocol: it is done three rounds after it. But the search has not seen all then.</summary>
    [Fact]
    public void Explore_WaitForWhomNobodyLetsGoOn_IsNoViolationAndNoProof()
    {
        Subject subject = Alone(async host =>
        {
            IActivity other = host.Fork("other", async own => await own.Files.Unlink("/d/f"));
            while ((await host.Files.Stat("/d/f")).IsOk)
                await host.Files.Stat("/d");
            await other.Join();
        }) with
        {
            ConvergesWithin = 6,
        };

        Verdict verdict = Explorer.Explore(subject, Options);

        Assert.Equal((Outcome.NotViolated, true), (verdict.Outcome, verdict.Capped));
    }

    [Fact]
    public void Replay_Livelock_BreaksTheSameClaimInTheSameWords()
    {
        Subject subject = Alone(async host =>
        {
            while ((await host.Files.Stat("/d/f")).IsOk)
                await host.Files.Stat("/d");
        }) with
        {
            ConvergesWithin = 20,
        };
        Violation found = Assert.Single(Explorer.Explore(subject, Options).Violations);

        ReplayResult again = Replayer.Replay(subject, found.Trace);

        Assert.Equal((null, "converges", found.Says), (again.Divergence, again.Timeline.Violates, again.Timeline.Says));
    }

    /// <summary>Each call is another one, so nothing repeats; it only takes too long.</summary>
    [Fact]
    public void Explore_SlowBoot_IsNoLivelock()
    {
        Subject subject = Alone(async host =>
        {
            for (int i = 0; i < 30; i++)
                await host.Files.Stat($"/d/{i}");
        }) with
        {
            ConvergesWithin = 20,
        };

        Violation found = Assert.Single(Explorer.Explore(subject, Options).Violations);

        Assert.Equal("no end 20 rounds after all that went wrong; main stands before stat /d/21", found.Says);
    }

    private static Subject Alone(Func<IHost, ValueTask> boot) => Publish.Subject() with
    {
        HostCrashes = 0,
        Properties = [],
        Boot = (host, _) => boot(host),
    };
}
