using System.Text.Json;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;
using Xunit;

namespace TwoDoors.Sim.Tests.Cli;

public sealed class ReplayTests : IDisposable
{
    private readonly Tool tool = new();

    public ReplayTests() => tool.Write("t.json", TraceFile.Write(Tool.Witness));

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Replay_Trace_ShowsTheTimeline()
    {
        int code = tool.Run("replay", "t.json");

        Assert.Equal(0, code);
        Assert.StartsWith("start\n   1  copier    unlink /S/m1  ok\n", tool.Out, StringComparison.Ordinal);
        Assert.EndsWith("broken: no-loss: m1 is in no queue\n", tool.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_From_LeavesOutWhatWasBefore()
    {
        tool.Run("replay", "t.json", "--from", "2");

        Assert.StartsWith("start 2, after the crash\n   2  recovery", tool.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_Json_IsTheDocumentedFormat()
    {
        tool.Run("replay", "t.json", "--json");

        using JsonDocument document = JsonDocument.Parse(tool.Out);
        Assert.Equal("twodoors-timeline-1", document.RootElement.GetProperty("format").GetString());
        Assert.Equal("unlink /S/m1", document.RootElement.GetProperty("timeline")[0].GetProperty("what").GetString());
    }

    [Fact]
    public void Replay_Html_WritesAPage()
    {
        tool.Run("replay", "t.json", "--html", "t.html");

        Assert.Contains("POWER FAILS", tool.Read("t.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_Divergence_SaysWhatWasMetAndExpected()
    {
        Timeline none = new([], null, null, []);
        tool.Engine = tool.Engine with { Replay = (_, _) => new ReplayResult(none, "entry 2: met a, expected b") };

        Assert.Equal(2, tool.Run("replay", "t.json"));
        Assert.Equal(
            "t.json: entry 2: met a, expected b; the trace was changed, or the scenario or its protocol was since\n",
            tool.Error);
    }

    [Fact]
    public void Replay_ClaimHoldsNow_SaysSo()
    {
        Timeline none = new([], null, null, []);
        tool.Engine = tool.Engine with { Replay = (_, _) => new ReplayResult(none, null) };

        Assert.Equal(2, tool.Run("replay", "t.json"));
        Assert.Equal(
            "t.json: expected 'no-loss' to break at the end, found 'no claim'; the scenario or its protocol changed\n",
            tool.Error);
    }

    [Fact]
    public void Replay_LabelsDivergeAndTheTapeDoesNot_NamesTheOtherWay()
    {
        WriteWithTape("3:1");
        Timeline none = new([], null, null, []);
        ReplayResult broken = new(none with { Violates = "no-loss" }, null);
        tool.Engine = tool.Engine with
        {
            Replay = (_, _) => new ReplayResult(none, "entry 2: met a, expected b"),
            ReplayTape = (_, _) => broken,
        };

        Assert.Equal(2, tool.Run("replay", "t.json"));
        Assert.EndsWith("since; its tape still breaks 'no-loss', see --tape\n", tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ReplayTape_OtherLabels_ShowsTheTimelineAndSaysWhich()
    {
        WriteWithTape("3:1");
        tool.Engine = tool.Engine with
        {
            ReplayTape = (subject, trace) => tool.Engine.Replay(subject, trace) with { Renamed = "entry 1: met a" },
        };

        Assert.Equal(0, tool.Run("replay", "t.json", "--tape"));
        Assert.Equal("t.json: entry 1: met a; the tape leads through all the same\n", tool.Error);
        Assert.EndsWith("broken: no-loss: m1 is in no queue\n", tool.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void ReplayTape_Divergence_SaysWhatWasMetAndExpected()
    {
        WriteWithTape("3:1");
        Timeline none = new([], null, null, []);
        tool.Engine = tool.Engine with { ReplayTape = (_, _) => new ReplayResult(none, "entry 2: met a, expected b") };

        Assert.Equal(2, tool.Run("replay", "t.json", "--tape"));
        Assert.StartsWith("t.json: entry 2: met a, expected b; ", tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ReplayTape_TraceOfAnOlderProgram_SaysThatThereIsNone()
    {
        Assert.Equal(2, tool.Run("replay", "t.json", "--tape"));
        Assert.Equal("t.json: has no tape; without --tape it repeats by its labels\n", tool.Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("57:1 0:3")]
    public void TraceFile_Tape_IsReadAsItWasWritten(string answers)
    {
        TraceTape tape = new("pct", 7, answers.Length, answers);

        Assert.Equal(tape, TraceFile.Read("t.json", TraceFile.Write(Tool.Witness with { Tape = tape })).Trace.Tape);
    }

    [Fact]
    public void Replay_TapeThatIsNone_SaysWhere()
    {
        WriteWithTape("3:1 x");

        Assert.Equal(2, tool.Run("replay", "t.json"));
        Assert.Matches("^t\\.json:\\d+:16: expected answers such as 57:1 0:3, found '3:1 x'\n$", tool.Error);
    }

    [Theory]
    [InlineData("twodoors-trace-1", "twodoors-trace-9",
        "2:13: expected the format twodoors-trace-1, found 'twodoors-trace-9'")]
    [InlineData("tiny/bad", "tiny/bed", "3:15: no scenario 'tiny/bed' below scenarios; did you mean 'tiny/bad'?")]
    [InlineData("\"kind\": \"pick\"", "\"kind\": \"pik\"",
        "14:15: 'entries.1.kind': unknown 'pik'; did you mean 'pick'?")]
    [InlineData("\"what\": \"runs\"", "\"wat\": \"runs\"",
        "16:7: unknown key 'entries.1.wat'; did you mean 'entries.1.what'?")]
    [InlineData("\"settings\": {}", "\"settings\": {\"variant\": \"quick\"}",
        ": the setting variant=quick: 'variant': unknown 'quick'; expected one of: durable, as-written")]
    public void Replay_TamperedTrace_SaysWhere(string old, string with, string message)
    {
        tool.Replace("t.json", old, with);

        Assert.Equal(2, tool.Run("replay", "t.json"));
        Assert.Equal(message[0] == ':' ? $"t.json{message}\n" : $"t.json:{message}\n", tool.Error);
    }

    [Fact]
    public void Replay_TraceCutOff_SaysWhere()
    {
        tool.Write("t.json", tool.Read("t.json")[..^30]);

        Assert.Equal(2, tool.Run("replay", "t.json"));
        Assert.Matches("^t\\.json:\\d+:\\d+: broken YAML", tool.Error);
    }

    [Fact]
    public void Replay_OtherScenario_IsAMistake()
    {
        Assert.Equal(2, tool.Run("replay", "t.json", "--scenario", "scenarios/tiny/good.yaml"));
        Assert.Equal(
            "t.json:3:15: the trace is of 'tiny/bad', scenarios/tiny/good.yaml is 'tiny/good'\n",
            tool.Error);
    }

    [Fact]
    public void Minimize_Trace_WritesTheSmallerOne()
    {
        int code = tool.Run("minimize", "t.json", "-o", "small.json");

        Assert.Equal(0, code);
        Assert.Equal(
            "small.json: 1 crash, 1 step, 1 lost; was 1 crash, 1 step, 1 lost\n1-minimal, proved by 3 of 7 replays\n",
            tool.Out);
        Assert.Equal(2, TraceFile.Read("small.json", tool.Read("small.json")).Trace.Entries.Count);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("quotes \" ' \\ and : # - , [ ] { } & * ! | > % @ `")]
    [InlineData("/S/\\xff\\x00")]
    [InlineData("/S/größe/✉/📬")]
    [InlineData(" spaces ")]
    [InlineData("true")]
    public void TraceFile_AnyLabel_IsReadAsItWasWritten(string label)
    {
        Trace trace = new("a/b", [new("claim", label)], null, null, [TraceEntry.Step(label, label)]);

        Trace read = TraceFile.Read("t.json", TraceFile.Write(trace)).Trace;

        Assert.Equal(TraceFile.Write(trace), TraceFile.Write(read));
        Assert.Equal(label, read.Entries[0].What);
        Assert.Equal(label, read.Settings[0].Value);
    }

    private void WriteWithTape(string answers) => tool.Write(
        "t.json", TraceFile.Write(Tool.Witness with { Tape = new TraceTape("exhaustive", 0, null, answers) }));
}
