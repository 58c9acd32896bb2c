using System.Text.RegularExpressions;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Explore.Programs;
using TwoDoors.Sim.Explore.Threads;
using TwoDoors.Sim.Report;
using TwoDoors.Sim.Scenarios;
using TwoDoors.Sim.Tests.Recipe;
using Xunit;

namespace TwoDoors.Sim.Tests.Scenarios.Threads;

public sealed class ThreadsSystemTests
{
    /// <summary>An unlocked update and crossed locks: both claims break.</summary>
    private const string Both =
        """
        variables: { x: 0 }
        mutexes: [m, n]
        threads:
          a: |
            lock m
            lock n
            x += 1
            unlock n
            unlock m
          b: |
            x += 1
            lock n
            lock m
            unlock m
            unlock n
          check: |
            join a
            join b
            assert x == 2
        """;

    public static TheoryData<string> Names { get; } = new(Catalogue.Names);

    [Fact]
    public void Explore_BothClaimsBroken_FindsBothOnce()
    {
        Verdict verdict = Explore(Both);

        Assert.Equal(["no-failure", "no-deadlock"], verdict.Violations.Select(found => found.Property));
    }

    [Fact]
    public void Explore_DeadlockAllowed_LooksForFailuresOnly()
    {
        Verdict verdict = Explore(Both + "\ndeadlock: allowed");

        Assert.Equal(["no-failure"], verdict.Violations.Select(found => found.Property));
    }

    [Fact]
    public void Explore_NoDeadlockAlone_IgnoresFailures()
    {
        Verdict verdict = Explore(Both + "\nproperties: no-deadlock");

        Assert.Equal(["no-deadlock"], verdict.Violations.Select(found => found.Property));
    }

    [Theory]
    [InlineData("exhaustive", Outcome.Holds)]
    [InlineData("dfs", Outcome.Holds)]
    [InlineData("preemption-bounded", Outcome.NotViolated)]
    [InlineData("random", Outcome.NotViolated)]
    public void Explore_NothingToFind_HoldsOnlyWhereProven(string strategy, Outcome outcome)
    {
        Verdict verdict = Explore(
            $$"""
            mutexes: m
            threads: { a: lock m; unlock m, b: lock m; unlock m }
            explore: { strategy: {{strategy}} }
            """);

        Assert.Equal(outcome, verdict.Outcome);
    }

    [Fact]
    public void Replay_Witness_EndsInTheClaim()
    {
        Scenario scenario = ThreadsText.Load(ThreadsText.Around(Both));

        foreach (Violation found in Explorer.Explore(scenario.Subject, scenario.File.Options).Violations)
        {
            ReplayResult again = Replayer.Replay(scenario.Subject, found.Trace);
            Assert.Equal((null, found.Property), (again.Divergence, again.Timeline.Violates));
        }
    }

    [Fact]
    public void Replay_ChangedProgram_SaysWhatItMetAndExpected()
    {
        Scenario changed = ThreadsText.Load(ThreadsText.Around("variables: { x: 0, y: 0 }\nthreads: { a: x = 1 }"));
        Trace trace = new("threads/test", [], "no-failure", "", [TraceEntry.Step("a", "write y 1")]);

        ReplayResult again = Replayer.Replay(changed.Subject, trace);

        Assert.Equal("entry 1: expected 'write y 1' of a, met 'write x 1'", again.Divergence);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Show_EachProgram_LoadsAsTheSameProgram(string name)
    {
        CatalogueProgram program = Catalogue.Find(name)!;
        ProgramText shown = program.Build([.. program.Parameters.Select(one => one.Least)]);

        Scenario loaded = ThreadsText.Load(ProgramWriter.Write(shown));

        Assert.Equal(
            RandomWalk(shown.Compile()).Select(step => step.What),
            RandomWalk(loaded.Subject.Program!).Select(step => step.What));
    }

    [Fact]
    public void Manual_Example_HasItsVerdict()
    {
        string manual = RecipeText.OfRepository("docs/threads.md");
        string example = Regex.Match(manual, "```yaml\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

        Scenario scenario = ThreadsText.Load(example);

        Assert.True(scenario.File.Expect.IsMetBy(Explorer.Explore(scenario.Subject, scenario.File.Options)));
    }

    [Fact]
    public void Manual_Statements_AllCompile()
    {
        string manual = RecipeText.OfRepository("docs/threads.md");
        string table = manual[manual.IndexOf("| statement |", StringComparison.Ordinal)..];
        IEnumerable<string> cells = table.Split('\n').Skip(2).TakeWhile(row => row.StartsWith('|'))
            .Select(row => row.Split('|')[1]);
        string[] examples = [.. cells.SelectMany(cell => Regex.Matches(cell, "`([^`]+)`"))
            .Select(match => match.Groups[1].Value)];

        foreach (string example in examples)
        {
            string statement = example.Replace("V", "(1)", StringComparison.Ordinal)
                .Replace("...", "y = 1", StringComparison.Ordinal);
            string text = statement == "break" ? "while 1 { break }" : statement;
            ProgramText program = new("p", [new ThreadText("a", text), new ThreadText("t", "y = 1", Spawned: true)])
            {
                Variables = [new("x", [0]), new("a", [0, 0])],
                Mutexes = [new("m", 0)],
            };
            Assert.NotEmpty(program.Compile().Threads);
        }

        Assert.True(examples.Length > 15);
    }

    private static Verdict Explore(string keys)
    {
        Scenario scenario = ThreadsText.Load(ThreadsText.Around(keys));
        return Explorer.Explore(scenario.Subject, scenario.File.Options);
    }

    private static IReadOnlyList<TimelineEntry> RandomWalk(ThreadProgram program)
    {
        ThreadMachine machine = new(program);
        SplitMix64 random = new(1);
        List<int> schedule = [];
        while (machine.Count > 0 && schedule.Count < 200)
        {
            schedule.Add(machine[random.Below(machine.Count)]);
            machine.Step(schedule[^1]);
        }

        return ThreadReplay.TimelineOf(program, schedule).Entries;
    }
}
