using TwoDoors.Sim.Scenarios;
using Xunit;

namespace TwoDoors.Sim.Tests.Scenarios.Threads;

/// <summary>Each mistake is one line with its place in the file; keys begin in line 5.</summary>
public sealed class ThreadsMistakeTests
{
    [Theory]
    [InlineData("threads:\n  a: |\n    y = 1\n    lock m", "t.yaml:8:10: expected a mutex, found 'm'")]
    [InlineData("threads:\n  a: |\n\n    if 1 {\n      loc\n    }", "t.yaml:9:7: expected a statement such as x = 1, ")]
    [InlineData(
        "threads:\n  a:\n    - y = 1\n    - x + 1",
        "t.yaml:8:7: expected a statement such as x = 1, found 'x'")]
    [InlineData("threads:\n  a: 'y = (1'", "t.yaml:6:13: expected ')', found the end of the thread")]
    [InlineData("threads: { a: y = 1 }\nspawned: [b]", "t.yaml:6:11: 'spawned': unknown 'b'; did you mean 'a'?")]
    [InlineData("threads: { a: y = 1 }\ndeadlock: fine", "t.yaml:6:11: 'deadlock': unknown 'fine'; expected one of: ")]
    [InlineData("threads: { a: y = 1 }\nvariables: { if: 0 }", "t.yaml:6:14: 'if' is a word of the language; ")]
    [InlineData(
        "threads: { a: y = 1 }\nvariables: { x: z }",
        "t.yaml:6:17: 'x': expected a number or a list of them, ")]
    [InlineData("threads: { a: y = 1 }\nvariables: { x: [] }", "t.yaml:6:17: 'x': expected 1 to 10000 numbers")]
    [InlineData(
        "threads: { a: y = 1 }\nvariables: { x: 0 }\nmutexes: [x]",
        "t.yaml:7:11: 'x' is given twice; first in t.yaml:6:14")]
    [InlineData("threads: { a-b: y = 1 }", "t.yaml:5:12: expected a name of letters, digits and _, found 'a-b'")]
    [InlineData("threads: { a: [] }", "t.yaml:5:15: 'a': expected at least one step")]
    [InlineData("threads: {}", "t.yaml:5:10: 'threads': expected at least one thread")]
    [InlineData("variables: { x: 0 }", "t.yaml:1:1: missing key 'threads': names with their steps")]
    [InlineData("threads: { a: y = 1 }\nfaults: { crashes: 1 }", "t.yaml:6:1: unknown key 'faults'; expected one of: ")]
    [InlineData(
        "threads: { a: y = 1 }\nexplore: { strategy: ranom }",
        "t.yaml:6:22: 'explore.strategy': unknown 'ranom'")]
    [InlineData(
        "threads: { a: y = 1 }\nproperties: no-loss",
        "t.yaml:6:13: 'properties': unknown 'no-loss'; expected ")]
    public void Load_Mistake_SaysWhereAndWhat(string keys, string message)
    {
        ScenarioException mistake = Assert.Throws<ScenarioException>(() => ThreadsText.Load(ThreadsText.Around(keys)));

        Assert.StartsWith(message, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ThreadSetFromOutside_MistakeNamesTheOption()
    {
        string text = ThreadsText.Around("threads: { a: y = 1 }");

        ScenarioException mistake =
            Assert.Throws<ScenarioException>(() => ThreadsText.Load(text, "threads.a=lock m"));

        Assert.Equal("--set threads.a=lock m: expected a mutex, found 'm'", mistake.Message);
    }
}
