using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Explore.Strategies;
using TwoDoors.Sim.Scenarios;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore;

/// <summary>The strategies that are tested on programs of threads, on hosts.</summary>
public sealed class HostStrategyTests
{
    private static readonly Subject Racing = Spool(
        """
        schedule: recovery-beside-copier
        defects: no-lock
        disk: { profile: posix-min, whole-writes: true }
        faults: { crashes: 0 }
        """);

    private static readonly Subject Busy = Spool(
        """
        schedule: interleaved
        disk: { profile: posix-min }
        faults: { crashes: 2, process-crashes: 1, eio-stat: 1, enospc: 1 }
        """);

    public static TheoryData<string> Names { get; } = [.. StrategySet.Names];

    public static TheoryData<string> Independent { get; } =
        [.. StrategySet.All.Where(entry => !entry.Adapts).Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Explore_RecoveryWithoutALock_FindsTheRace(string strategy)
    {
        Verdict verdict = Explorer.Explore(
            Racing, new ExploreOptions(strategy, Executions: 3000, Seed: 1, StopAtFirst: true));

        Assert.Equal(Outcome.Violates, verdict.Outcome);
    }

    [Theory]
    [MemberData(nameof(Independent))]
    public void Run_OneExecutionAlone_IsTheSameAsAfterOthers(string strategy)
    {
        RandomSearch all = Search(strategy);
        for (int number = 0; number < 20; number++)
            all.Run(number);
        RandomSearch alone = Search(strategy);

        alone.Run(19);

        Assert.Equal((all.LastHash, all.Tape.ToString()), (alone.LastHash, alone.Tape.ToString()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_FromItsTape_IsTheSameExecution(string strategy)
    {
        RandomSearch search = Search(strategy);
        Execution again = new(new Laboratory(Busy));
        for (int number = 0; number < 50; number++)
        {
            search.Run(number);
            again.Run(new TapeDriver(search.Tape));

            Assert.Equal(search.LastHash, again.Hash);
        }
    }

    private static RandomSearch Search(string strategy) =>
        new(new Laboratory(Busy), new ExploreOptions(strategy, Seed: 3), new Deadline(null, null), null);

    private static Subject Spool(string keys) => Scenario.Load(
        "spool.yaml",
        $"scenario: test/busy\nclaim: none\nsystem: spool\nvariant: f1\nexpect: holds\n{keys}",
        [],
        Systems.All).Subject;
}
