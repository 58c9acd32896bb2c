using TwoDoors.Model.Claims;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Kernel;
using TwoDoors.Sim.Scenarios;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore;

public class RandomSearchTests
{
    private const int Executions = 200;

    /// <summary>Crashes, kills, faults, activities side by side, streams that show what they need not.</summary>
    private static readonly Subject Busy = Spool(
        """
        schedule: interleaved
        disk: { profile: posix-min }
        faults: { crashes: 2, process-crashes: 1, eio-stat: 1, enospc: 1 }
        """);

    [Fact]
    public void Run_OneExecutionAlone_IsTheSameAsAfterOthers()
    {
        RandomSearch all = Search(Busy);
        for (int number = 0; number < Executions; number++)
        {
            all.Run(number);
            RandomSearch alone = Search(Busy);
            if (number % 20 == 0)
            {
                alone.Run(number);
                Assert.Equal((all.LastHash, all.Tape.ToString()), (alone.LastHash, alone.Tape.ToString()));
            }
        }
    }

    [Fact]
    public void Run_FromItsTape_IsTheSameExecution()
    {
        RandomSearch search = Search(Busy);
        Execution again = new(new Laboratory(Busy));
        int loud = 0;
        for (int number = 0; number < Executions; number++)
        {
            search.Run(number);
            loud += search.Tape.LoudCount;
            TapeDriver driver = new(AnswerTape.Parse(search.Tape.ToString())!);
            again.Run(driver);

            Assert.Null(driver.Divergence);
            Assert.Equal(search.LastHash, again.Hash);
        }

        // Else the tapes would say nothing.
        Assert.True(loud > 10 * Executions);
    }

    [Fact]
    public void Run_FromTheTapeOfAnotherWorld_Diverges()
    {
        TapeDriver driver = new(AnswerTape.Parse("0:9")!);

        new Execution(new Laboratory(Busy)).Run(driver);

        Assert.Equal("the question who goes on of main, and the tape answers 9", driver.Divergence);
    }

    [Fact]
    public void Run_DifferentNumbers_GiveDifferentExecutions()
    {
        RandomSearch search = Search(Busy);
        HashSet<string> tapes = [];
        for (int number = 0; number < Executions; number++)
        {
            search.Run(number);
            tapes.Add(search.Tape.ToString());
        }

        Assert.True(tapes.Count > Executions * 9 / 10);
    }

    [Fact]
    public void DoubleRuns_SubjectThatKeepsNothing_AllAgree()
    {
        EngineCheckResult result = EngineCheck.DoubleRuns(Busy, 1000, 1);

        Assert.True(result.Passed, result.Detail);
    }

    [Fact]
    public void DoubleRuns_StateThatLeaksIntoTheNextRun_IsFound()
    {
        int boots = 0;
        Subject leaky = Publish.Subject() with
        {
            Boot = async (host, choices) =>
            {
                // Every hundredth boot of the process looks twice: a cache that fills up would do so.
                await host.Files.Stat("/d/f");
                if (++boots % 100 == 0)
                    await host.Files.Stat("/d/f");
            },
        };

        EngineCheckResult result = EngineCheck.DoubleRuns(leaky, 1000, 1);

        Assert.False(result.Passed);
        Assert.StartsWith("execution ", result.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Explore_StateThatLeaks_SaysThatAWitnessDoesNotRepeat()
    {
        int boots = 0;
        Subject leaky = Publish.Subject() with
        {
            Boot = async (host, choices) =>
            {
                if (++boots == 100)
                    await host.Files.Unlink("/d/f");
                await host.Files.Stat("/d/f");
            },
        };

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Explorer.Explore(
            leaky, new ExploreOptions(Strategy: "random", Executions: 1000)));

        Assert.Contains("Not deterministic", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AlwaysIfChanged_AtEveryBoundary_FindsWhatEveryLookFinds()
    {
        // Publish has a claim over files, and one that looks at files only once something was acknowledged.
        Subject subject = Publish.Subject("fsync(t)", "fsync(d)") with { HostCrashes = 2 };
        Laboratory lab = new(subject);
        BothLooks looks = new(lab, new RandomDriver(lab, new UniformTurns(), 12));
        for (ulong seed = 0; seed < 500; seed++)
            looks.Run(seed);

        Assert.Equal(looks.Plain, looks.Cached);
        Assert.True(looks.Plain > 100, "some executions break a claim");
    }

    [Fact]
    public void Run_ClaimOverFilesThatBreaksInOneCall_IsSeenAtThatCall()
    {
        // Broken between the two renames only: a driver that is asked about every second boundary would miss it.
        Subject subject = Publish.Subject() with
        {
            HostCrashes = 0,
            Boot = async (host, choices) =>
            {
                await host.Files.Stat("/d");
                await host.Files.Rename("/d/f", "/d/g");
                await host.Files.Rename("/d/g", "/d/f");
                await host.Files.Stat("/d");
            },
        };

        RandomSearch search = Search(subject);

        Assert.Equal("old-or-new", search.Run(0)?.Property);
    }

    private static RandomSearch Search(Subject subject, string strategy = "random") =>
        new(new Laboratory(subject), new ExploreOptions(strategy, Seed: 3), new Deadline(null, null), null);

    private static Subject Spool(string keys) => Scenario.Load(
        "spool.yaml",
        $"scenario: test/busy\nclaim: none\nsystem: spool\nvariant: f1\nexpect: holds\n{keys}",
        [],
        Systems.All).Subject;

    /// <summary>Asks the claims at every boundary, with and without a memory of what they looked at, and goes on
    /// whatever they say.</summary>
    private sealed class BothLooks(Laboratory lab, RandomDriver inner) : IDriver
    {
        public int Plain { get; private set; }

        public int Cached { get; private set; }

        public void Run(ulong seed)
        {
            inner.Begin(seed);
            lab.Load(lab.Start);
            ILedger ledger = lab.Start.Ledger.Copy();
            inner.BeginBoot();
            RunEnd end = lab.Machine.Run(ledger, this, lab.Start.AfterCrash);
            while (end == RunEnd.PoweredOff)
            {
                bool[] lost = new bool[lab.Disk.PendingCount];
                inner.Lose(lost);
                DiskImage image = lab.Disk.CrashLeaving(lost, null);
                ledger.Crash();
                lab.LoadImage(image);
                inner.BeginBoot();
                end = lab.Machine.Run(ledger, this, afterCrash: true);
            }
        }

        public int Pick(string question, IReadOnlyList<string> answers) => inner.Pick(question, answers);

        public void Stepped(Machine machine, Activity? activity)
        {
        }

        public Decision Decide(Machine machine)
        {
            int plain = 0;
            int cached = 0;
            lab.Claims.AlwaysIfChanged(lab.Live, machine, (Property _, string _) => cached++);
            lab.Claims.Always(lab.Live, (Property _, string _) => plain++);
            Plain += plain;
            Cached += cached;
            Decision decision = inner.Decide(machine);
            machine.LetGoOn(0);
            return decision;
        }
    }
}
