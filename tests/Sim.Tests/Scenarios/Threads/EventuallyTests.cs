using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios;
using Xunit;

namespace TwoDoors.Sim.Tests.Scenarios.Threads;

public sealed class EventuallyTests
{
    /// <summary>Each waits in a loop for the other one to begin.</summary>
    private const string EachWaits =
        """
        variables: { a: 0, b: 0, c: 0 }
        threads:
          first: |
            while !b { c = 1 }
            a = 1
          second: |
            while !a { }
            b = 1
        eventually: a && b
        """;

    // Step 2 makes c 1; from there on nothing new comes.
    [Fact]
    public void Explore_EventuallyNever_IsOneViolationOfIt()
    {
        Verdict verdict = Explore(EachWaits);

        Violation found = Assert.Single(verdict.Violations);
        Assert.Equal(
            "a && b never holds: first and second go round for ever (steps 3 to 5 repeat); first looks at b; "
                + "second looks at a",
            found.Says);
    }

    [Theory]
    [InlineData("properties: no-livelock", new[] { "no-livelock" })]
    [InlineData("properties: no-failure", new string[0])]
    [InlineData("livelock: allowed\nproperties: no-deadlock", new string[0])]
    [InlineData("explore: { strategy: dfs, executions: 1 }", new string[0])]
    public void Explore_EachWaits_LooksAtTheChosenClaims(string key, string[] broken)
    {
        Verdict verdict = Explore($"{EachWaits}\n{key}");

        Assert.Equal(broken, verdict.Violations.Select(found => found.Property));
    }

    /// <summary>A trace stands for executions that pass through different states.</summary>
    [Fact]
    public void Explore_EventuallyUnderReduction_ProvesNothing()
    {
        const string Text =
            """
            variables: { x: 0, y: 0 }
            threads: { a: "x = 1; x = 0", b: "y = 1; y = 0" }
            eventually: x && y
            """;

        Assert.Equal(Outcome.Violates, Explore(Text).Outcome);
        Assert.Equal(Outcome.NotViolated, Explore($"{Text}\nexplore: {{ strategy: exhaustive }}").Outcome);
    }

    [Theory]
    [InlineData("eventually: x == 1 2", 7, 20, "expected the end of the condition, found '2'")]
    [InlineData("eventually: a", 7, 13, "there is no shared variable 'a'")]
    public void Read_WrongCondition_SaysWhere(string key, int line, int column, string says)
    {
        ScenarioException thrown = Assert.Throws<ScenarioException>(
            () => Explore($"variables: {{ x: 0 }}\nthreads: {{ t: x = 1 }}\n{key}"));

        Assert.Equal((line, column), (thrown.At.Line, thrown.At.Column));
        Assert.StartsWith(says, thrown.Message.Split(": ", 2)[1], StringComparison.Ordinal);
    }

    private static Verdict Explore(string keys)
    {
        Scenario scenario = ThreadsText.Load(ThreadsText.Around(keys));
        return Explorer.Explore(scenario.Subject, scenario.File.Options);
    }
}
