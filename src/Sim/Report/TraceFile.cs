using System.Text.Json;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Report;

/// <summary>Traces as files, format <c>twodoors-trace-1</c>.</summary>
/// <remarks>JSON is YAML, so the reader of scenarios reads them, with the same messages.</remarks>
public static class TraceFile
{
    /// <summary>Names the format; docs/json.md describes it.</summary>
    public const string Format = "twodoors-trace-1";

    private static readonly string[] Kinds = ["step", "pick", "process-crash", "host-crash"];

    /// <summary>The name of the trace file of a violation.</summary>
    public static string Name(string scenario, Violation found) =>
        $"{scenario.Replace('/', '.')}.{found.Property}.json";

    /// <summary>False for a claim that no state meets: there is no execution to show.</summary>
    public static bool IsWorthAFile(Violation found) => found.Trace.Entries.Count > 0;

    /// <summary>The text of a trace file.</summary>
    public static string Write(Trace trace) => JsonText.Of(writer => Write(writer, trace));

    /// <summary>A trace file as a value within another one.</summary>
    internal static void Write(Utf8JsonWriter writer, Trace trace)
    {
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteString("scenario", trace.Scenario);
        writer.WritePairs("settings", trace.Settings);
        if (trace.Violates is not null)
            writer.WriteString("violates", trace.Violates);
        if (trace.Says is not null)
            writer.WriteString("says", trace.Says);
        writer.WriteAll("entries", trace.Entries, entry =>
        {
            writer.WriteString("kind", JsonTimeline.KindName(entry.Kind));
            writer.WriteString("who", entry.Who);
            if (entry.Kind is TraceKind.Step or TraceKind.Pick)
                writer.WriteString("what", entry.What);
            if (entry.Kind == TraceKind.HostCrash)
                writer.WriteTexts("lost", entry.Lost);
        });
        if (trace.Tape is { } tape)
            Write(writer, tape);
        writer.WriteEndObject();
    }

    /// <summary>Reads a trace file.</summary>
    /// <param name="file">Its path, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="ScenarioException">It is none.</exception>
    public static PlacedTrace Read(string file, string text)
    {
        Fields keys = new(Document.Parse(file, text));
        Scalar format = keys.Scalar("format");
        if (format.Text != Format)
            throw new ScenarioException(format.At, $"expected the format {Format}, found '{format.Text}'");
        Scalar scenario = keys.Scalar("scenario");
        IReadOnlyList<Fields> entries = keys.Sections("entries");
        Trace trace = new(
            scenario.Text,
            [.. Settings(keys.Section("settings"))],
            keys.TextOrNull("violates"),
            keys.TextOrNull("says"),
            [.. entries.Select(Entry)])
        {
            Tape = Tape(keys.SectionOrNull("tape")),
        };
        keys.Finish();
        return entries.Count > 0
            ? new PlacedTrace(trace, scenario.At, [.. entries.Select(entry => entry.At)])
            : throw keys.Wrong("entries", "expected at least one");
    }

    private static IEnumerable<KeyValuePair<string, string>> Settings(Fields settings)
    {
        foreach (Entry entry in settings.Entries)
            yield return new(entry.Key, settings.Scalar(entry.Key).Text);
    }

    private static void Write(Utf8JsonWriter writer, TraceTape tape)
    {
        writer.WriteStartObject("tape");
        writer.WriteString("strategy", tape.Strategy);
        writer.WriteNumber("seed", tape.Seed);
        if (tape.Execution is { } execution)
            writer.WriteNumber("execution", execution);
        writer.WriteString("answers", tape.Answers);
        writer.WriteEndObject();
    }

    private static TraceTape? Tape(Fields? keys)
    {
        if (keys is null)
            return null;
        Scalar answers = keys.Scalar("answers");
        return AnswerTape.Parse(answers.Text) is not null
            ? new TraceTape(
                keys.Text("strategy"),
                (ulong)(keys.NumberOrNull("seed", 0, long.MaxValue) ?? 0),
                keys.NumberOrNull("execution", 0, long.MaxValue),
                answers.Text)
            : throw new ScenarioException(answers.At, $"expected answers such as 57:1 0:3, found '{answers.Text}'");
    }

    private static TraceEntry Entry(Fields keys)
    {
        string kind = keys.Word("kind", Kinds);
        string who = keys.Text("who");
        return kind switch
        {
            "step" => TraceEntry.Step(who, keys.Text("what")),
            "pick" => TraceEntry.Pick(who, keys.Text("what")),
            "process-crash" => new TraceEntry(TraceKind.ProcessCrash, who, "", []),
            _ => new TraceEntry(TraceKind.HostCrash, who, "", [.. keys.Texts("lost").Select(lost => lost.Text)]),
        };
    }
}

/// <summary>A trace with the places of its parts in its file.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="ScenarioAt">Where the scenario is named.</param>
/// <param name="EntriesAt">Where each entry starts.</param>
public sealed record PlacedTrace(Trace Trace, Position ScenarioAt, IReadOnlyList<Position> EntriesAt);
