using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore;

/// <summary>A trace holds the same execution twice: by labels, and by numbers.</summary>
public class TapeReplayTests
{
    private static readonly Subject Lossy = Publish.Subject("fsync(d)");

    /// <summary>Breaks a claim only where activities take turns.</summary>
    private static readonly Subject Switching = Load(
        """
        system: spool
        variant: f1
        schedule: recovery-beside-copier
        defects: no-lock
        disk: { profile: posix-min, whole-writes: true }
        faults: { crashes: 0 }
        """);

    /// <summary>Crashes, context switches, and answers of the world that are not the quiet one.</summary>
    private static readonly Subject Busy = Load(
        """
        system: spool
        variant: as-written
        schedule: interleaved
        disk: { profile: posix-min }
        faults: { crashes: 2, process-crashes: 1, eio-stat: 1 }
        """);

    /// <summary>The second thread sees one of two writes.</summary>
    private static readonly Subject Threads = Load(
        """
        system: threads
        variables: { a: 0, b: 0 }
        threads:
          setter: |
            a = 1
            b = 1
          checker: |
            x = a
            y = b
            assert x == y
        """);

    [Theory]
    [InlineData("exhaustive")]
    [InlineData("random")]
    [InlineData("pct")]
    public void Explore_HostStrategy_WitnessRepeatsByItsTape(string strategy)
    {
        foreach (Subject subject in new[] { Lossy, Switching, Busy }.Take(strategy == "exhaustive" ? 2 : 3))
        {
            IReadOnlyList<Violation> found = Explore(subject, strategy);

            Assert.NotEmpty(found);
            Assert.All(found, one => AssertRepeats(subject, one.Trace, strategy));
        }
    }

    [Theory]
    [InlineData("exhaustive")]
    [InlineData("dfs")]
    [InlineData("random")]
    [InlineData("surw")]
    public void Explore_StrategyOfThreads_WitnessRepeatsByItsTape(string strategy)
    {
        Trace witness = Assert.Single(Explore(Threads, strategy)).Trace;

        AssertRepeats(Threads, witness, strategy);
    }

    [Fact]
    public void Explore_EndlessExecution_WitnessRepeatsByItsTape()
    {
        Subject waits = Load(
            """
            system: threads
            variables: { a: 0 }
            threads:
              one: |
                while a == 0 { a = 0 }
              two: |
                while a == 0 { a = 0 }
            """);
        Trace witness = Assert.Single(Explore(waits, "stateful")).Trace;

        Assert.Equal("no-livelock", witness.Violates);
        AssertRepeats(waits, witness, "stateful");
    }

    [Fact]
    public void Explore_Sampling_TapeNamesTheExecution()
    {
        TraceTape tape = Explore(Lossy, "random")[0].Trace.Tape!;
        RandomSearch alone = new(new Laboratory(Lossy), new ExploreOptions("random", Seed: 1), new(null, null), null);

        Assert.Equal("acked-survives", alone.Run(tape.Execution!.Value)?.Property);
    }

    [Fact]
    public void Run_LabelChangedSince_SaysWhichAndLeadsThrough()
    {
        Trace witness = Explore(Lossy, "exhaustive")[0].Trace;

        ReplayResult result = TapeReplay.Run(Lossy, With(witness, 0, "unlink /d/elsewhere"));

        Assert.Null(result.Divergence);
        Assert.Equal("acked-survives", result.Timeline.Violates);
        Assert.Equal(
            "entry 1 of the trace: met 'main: unlink /d/t', expected 'main: unlink /d/elsewhere'", result.Renamed);
    }

    [Fact]
    public void Run_TapeWithoutSuchAnAnswer_NamesEntryQuestionAndWhatWasExpected()
    {
        Trace witness = WithAnswers(Explore(Lossy, "exhaustive")[0].Trace, "2:9");

        ReplayResult result = TapeReplay.Run(Lossy, witness);

        Assert.Equal(
            "entry 3 of the trace: met the question who goes on of main, and the tape answers 9, "
            + $"expected 'main: {witness.Entries[2].What}'",
            result.Divergence);
    }

    [Fact]
    public void Run_TapeThatGoesOnBehindTheEnd_Diverges()
    {
        Trace witness = Explore(Lossy, "exhaustive")[0].Trace;

        ReplayResult result = TapeReplay.Run(Lossy, WithAnswers(witness, witness.Tape!.Answers + " 99:1"));

        Assert.EndsWith("before the end of the tape, expected the end of the trace", result.Divergence);
    }

    [Fact]
    public void Run_ThreadsLabelChangedSince_SaysWhichAndLeadsThrough()
    {
        Trace witness = Explore(Threads, "exhaustive")[0].Trace;

        ReplayResult result = TapeReplay.Run(Threads, With(witness, 0, "a = 2"));

        Assert.Equal((null, "no-failure"), (result.Divergence, result.Timeline.Violates));
        Assert.StartsWith("entry 1 of the trace: met '", result.Renamed, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ThreadsTapeWithoutSuchAnAnswer_NamesEntryQuestionAndWhatWasExpected()
    {
        Trace witness = WithAnswers(Explore(Threads, "exhaustive")[0].Trace, "1:7");

        ReplayResult result = TapeReplay.Run(Threads, witness);

        Assert.Equal(
            "entry 2 of the trace: met the question who goes on with 2 answers, and the tape answers 7, "
            + $"expected '{witness.Entries[1].Who}: {witness.Entries[1].What}'",
            result.Divergence);
    }

    [Fact]
    public void Minimize_TraceWithATape_HasTheTapeOfTheSmallerOne()
    {
        Trace witness = Explore(Lossy, "exhaustive")[0].Trace;
        TraceEntry extra = new(TraceKind.HostCrash, "host", "", []);
        Trace longer = witness with { Entries = [witness.Entries[0], extra, .. witness.Entries] };

        Trace smaller = Minimizer.Minimize(Lossy with { HostCrashes = 2 }, longer).Trace;

        Assert.Equal(witness.Tape, smaller.Tape);
    }

    [Fact]
    public void Minimize_TraceOfThreads_HasTheTapeOfTheSmallerOne()
    {
        Trace witness = Explore(Threads, "exhaustive")[0].Trace;

        Trace smaller = Minimizer.Minimize(Threads, WithAnswers(witness, "0:5")).Trace;

        Assert.Equal(witness.Tape, smaller.Tape);
    }

    private static void AssertRepeats(Subject subject, Trace witness, string strategy)
    {
        ReplayResult byLabel = Replayer.Replay(subject, witness);
        ReplayResult byTape = TapeReplay.Run(subject, witness);

        Assert.Equal(strategy, witness.Tape?.Strategy);
        Assert.Equal((null, null, witness.Violates), (byTape.Divergence, byTape.Renamed, byTape.Timeline.Violates));
        Assert.Equal((null, witness.Violates), (byLabel.Divergence, byLabel.Timeline.Violates));
        Assert.Equal(byLabel.Timeline.Files, byTape.Timeline.Files);
        Assert.Equal(byLabel.Timeline.Entries.Count, byTape.Timeline.Entries.Count);
    }

    private static IReadOnlyList<Violation> Explore(Subject subject, string strategy) => Explorer.Explore(
        subject,
        new ExploreOptions(strategy, strategy is "exhaustive" or "dfs" or "stateful" ? null : 2000, StopAtFirst: true))
        .Violations;

    private static Trace With(Trace trace, int entry, string what)
    {
        List<TraceEntry> entries = [.. trace.Entries];
        entries[entry] = entries[entry] with { What = what };
        return trace with { Entries = entries };
    }

    private static Trace WithAnswers(Trace trace, string answers) =>
        trace with { Tape = trace.Tape! with { Answers = answers } };

    private static Subject Load(string keys) => Scenario.Load(
        "a.yaml", $"scenario: a\nclaim: none\nexpect: holds\n{keys}", [], Systems.All).Subject;
}
