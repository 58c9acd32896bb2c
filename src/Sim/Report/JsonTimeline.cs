using System.Text.Json;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report;

/// <summary>An execution as JSON: part of <c>twodoors-explore-1</c>, and alone <c>twodoors-timeline-1</c>.</summary>
public static class JsonTimeline
{
    /// <summary>Names the format; docs/json.md describes it.</summary>
    public const string Format = "twodoors-timeline-1";

    /// <summary>A document of its own.</summary>
    /// <param name="scenario">The scenario's name.</param>
    /// <param name="timeline">The execution.</param>
    /// <param name="fromStep">Leaves out what was before this step.</param>
    public static string Of(string scenario, Timeline timeline, int fromStep) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteString("scenario", scenario);
        writer.WriteString("violates", timeline.Violates);
        writer.WriteString("says", timeline.Says);
        Write(writer, timeline, fromStep);
        writer.WriteEndObject();
    });

    /// <summary>The members <c>timeline</c> and <c>files</c> of an object that is open.</summary>
    public static void Write(Utf8JsonWriter writer, Timeline timeline, int fromStep = 0)
    {
        writer.WriteAll("timeline", timeline.Entries.Where(entry => entry.Step >= fromStep), entry =>
        {
            writer.WriteString("kind", KindName(entry.Kind));
            writer.WriteNumber("boot", entry.Boot);
            writer.WriteNumber("step", entry.Step);
            writer.WriteString("who", entry.Who);
            writer.WriteString("what", entry.What);
            writer.WriteString("result", entry.Result);
            writer.WriteTexts(entry.Kind == TraceKind.HostCrash ? "survived" : "pending", entry.Changed);
            writer.WriteTexts("lost", entry.Lost);
            writer.WriteString("outside", entry.Outside);
            if (entry.At is { } at)
            {
                writer.WriteStartObject("at");
                writer.WriteString("file", at.File);
                writer.WriteNumber("line", at.Line);
                writer.WriteNumber("column", at.Column);
                writer.WriteEndObject();
            }

            if (entry.Kind != TraceKind.HostCrash)
                return;
            writer.WriteTexts("filesBefore", entry.Before.Select(file => file.ToString()));
            writer.WriteTexts("filesAfter", entry.After.Select(file => file.ToString()));
        });
        writer.WriteTexts("files", timeline.Files);
        writer.WriteTexts("filesAtStart", timeline.Start.Select(file => file.ToString()));
    }

    /// <summary>What traces and timelines call a kind of entry.</summary>
    public static string KindName(TraceKind kind) => kind switch
    {
        TraceKind.Step => "step",
        TraceKind.Pick => "pick",
        TraceKind.ProcessCrash => "process-crash",
        _ => "host-crash",
    };
}
