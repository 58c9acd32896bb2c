using TwoDoors.Sim.Explore.Programs;
using TwoDoors.Sim.Explore.Threads;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Liveness;

public sealed class StatefulSearchTests
{
    /// <summary>TLC and Rumur agree on these numbers for the same model.</summary>
    [Theory]
    [InlineData("3", 1_609)]
    [InlineData("4", 102_740)]
    public void Run_FilterLock_MeetsEveryStateOnce(string threads, long states)
    {
        ThreadVerdict verdict = Search(Built("filter", threads));

        Assert.True(verdict.Complete);
        Assert.Null(verdict.First);
        Assert.Equal(states, verdict.States);
    }

    /// <summary>By hand: two threads of two writes each stand at 3 places each; who wrote last shows where both have
    /// written: 9 places, and one state more for each of the 4 in which both wrote.</summary>
    [Fact]
    public void Run_TwoWriters_CountsPlacesAndValues()
    {
        ThreadVerdict verdict = Search(Of([new("x", [0])], ("a", "x = 1; x = 1"), ("b", "x = 2; x = 2")));

        Assert.Equal(13, verdict.States);
    }

    /// <summary>The register holds 0 or 1, and nobody reads it: 2 places of the reader times 2 of the writer.</summary>
    [Fact]
    public void Run_ValueThatNobodyReads_IsNoState()
    {
        ThreadVerdict verdict = Search(Of([new("x", [0])], ("a", "r = x; local"), ("b", "x = 1")));

        Assert.Equal(6, verdict.States);
    }

    [Theory]
    [InlineData("readers")]
    [InlineData("lastzero")]
    [InlineData("casrot")]
    [InlineData("fib_bench")]
    [InlineData("sigma")]
    [InlineData("twostage")]
    [InlineData("account")]
    public void Run_Programs_FindsTheFinalStatesOfAllSchedules(string name)
    {
        ThreadProgram program = Built(name, "2");

        ThreadVerdict stateful = Search(program);
        ThreadVerdict all = ThreadSearches.Run(program, new ThreadOptions { Strategy = "dfs" });

        Assert.Equal(all.FinalStates, stateful.FinalStates);
        Assert.Equal(all.First is null, stateful.First is null);
    }

    [Fact]
    public void Run_LocksInOppositeOrder_FindsTheShortestDeadlock()
    {
        ThreadVerdict verdict = Search(Built("deadlock01"));

        Assert.Equal(
            "deadlock: up waits for b, which down has; down waits for a, which up has", verdict.First!.Says);
        Assert.Equal([0, 1], verdict.First.Schedule.Order());
    }

    [Fact]
    public void Run_Polite_FindsTheLivelock()
    {
        ThreadProgram program = Built("polite");
        ThreadFailure failure = Search(program).First!;

        Assert.StartsWith("livelock: left and right go round for ever (steps ", failure.Says, StringComparison.Ordinal);
        Assert.Equal(ThreadSubject.NoLivelock, ThreadReplay.TimelineOf(program, failure.Schedule).Violates);
    }

    [Fact]
    public void Run_WaitForAnotherThread_IsNoLivelockUnderFairness() =>
        Assert.Null(Search(Of([new("x", [0])], ("a", "while x == 0 { }"), ("b", "x = 1"))).First);

    [Fact]
    public void Run_WaitForNobody_SaysWhoGoesRoundAndWhoWaits()
    {
        ThreadProgram program = Of([new("x", [0])], ("a", "while x == 0 { }"), ("b", "join a"));

        Assert.Equal(
            "livelock: a goes round for ever (step 1 repeats); a looks at x; b waits for a to end",
            Search(program).First!.Says);
    }

    /// <summary>Who tries again and again makes steps, so weak fairness does not get it through: that would need strong
    /// fairness. Peterson's lock gets everybody through.</summary>
    [Theory]
    [InlineData("while cas(taken, 0, 1) == 0 { }", "taken = 0", true)]
    [InlineData("want[ME] = 1; turn = ME; while want[1 - ME] && turn == ME { }", "want[ME] = 0", false)]
    public void Run_Locks_TellsWhichStarves(string enter, string leave, bool starves)
    {
        string Text(int me) => ($"while 1 {{ {enter}\n served[ME] = 1\n {leave} }}")
            .Replace("ME", $"{me}", StringComparison.Ordinal);
        ProgramText text = new("locks", [new("p0", Text(0)), new("p1", Text(1))])
        {
            Variables = [new("taken", [0]), new("want", [0, 0]), new("turn", [0]), new("served", [0, 0])],
            Eventually = "served[0] == 1 && served[1] == 1",
            RunsForever = true,
        };

        ThreadProgram program = text.Compile();
        ThreadFailure? failure = Search(program).First;

        Assert.Equal(starves, failure is not null);
        if (failure is not null)
            Assert.Equal(ThreadSubject.Eventually, ThreadReplay.TimelineOf(program, failure.Schedule).Violates);
    }

    // The oracle finds fair executions as a fixed point on a graph of its own.
    [Fact]
    public void Run_RandomLoops_AgreesWithTheOracle()
    {
        int livelocks = 0;
        int without = 0;
        for (ulong seed = 0; seed < 400; seed++)
        {
            ProgramText text = RandomLoops.Of(seed);
            FairnessOracle oracle = new(text.Compile(), machine => machine.ValueOf(0) == 1 || machine.ValueOf(1) == 1);
            bool IsBroken(ProgramText program, string claim) =>
                Search(program.Compile()).Failures.Any(failure => failure.Claim == claim);

            bool goesOn = IsBroken(text, ThreadSubject.NoLivelock);
            bool doesWithout = IsBroken(text with { Eventually = "x == 1 || y == 1" }, ThreadSubject.Eventually);

            Assert.Equal((seed, oracle.CanGoOn, oracle.CanDoWithout), (seed, goesOn, doesWithout));
            livelocks += goesOn ? 1 : 0;
            without += doesWithout ? 1 : 0;
        }

        Assert.InRange(livelocks, 40, 360);
        Assert.InRange(without, 40, 360);
    }

    [Fact]
    public void Run_EndWithoutTheCondition_IsShown()
    {
        ProgramText text = new("ends", [new("a", "x = 1"), new("b", "x = 2; x = 3")])
        {
            Variables = [new("x", [0])],
            Eventually = "x == 2",
        };

        Assert.Null(Search(text.Compile()).First);
        Assert.Equal(
            "x == 4 never holds: all threads have ended",
            Search((text with { Eventually = "x == 4" }).Compile()).First!.Says);
    }

    [Theory]
    [InlineData("y == 1", "eventually, line 1, column 1: there is no shared variable 'y'")]
    [InlineData("cas(x, 0, 1)", "eventually, line 1, column 1: a condition changes nothing, so it has no cas")]
    [InlineData("x == 1 2", "eventually, line 1, column 8: expected the end of the condition, found '2'")]
    public void Compile_WrongCondition_SaysWhereAndWhat(string condition, string message)
    {
        ProgramText text = new("wrong", [new("a", "x = 1")])
        {
            Variables = [new("x", [0])],
            Eventually = condition,
        };

        ThreadTextException thrown = Assert.Throws<ThreadTextException>(text.Compile);
        Assert.StartsWith(message, thrown.Message, StringComparison.Ordinal);
    }

    private static ThreadVerdict Search(ThreadProgram program) =>
        ThreadSearches.Run(program, new ThreadOptions { Strategy = "stateful" });

    private static ThreadProgram Built(string name, params string[] numbers)
    {
        CatalogueProgram found = Catalogue.Find(name)!;
        return found.Build([.. found.Parameters.Select((parameter, i) =>
            i < numbers.Length ? int.Parse(numbers[i], null) : parameter.Usual)]).Compile();
    }

    private static ThreadProgram Of(
        IReadOnlyList<KeyValuePair<string, int[]>> variables, params (string Name, string Text)[] threads) =>
        new ProgramText("test", [.. threads.Select(one => new ThreadText(one.Name, one.Text))])
        {
            Variables = variables,
        }.Compile();
}
