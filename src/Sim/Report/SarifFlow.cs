using System.Text.Json;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Report;

/// <summary>A witness as a code flow: a viewer of SARIF steps through it from line to line.</summary>
internal static class SarifFlow
{
    /// <summary>The member <c>codeFlows</c> of a result that is open; nothing where no line is known.</summary>
    public static void Write(Utf8JsonWriter writer, Timeline timeline)
    {
        List<(Position At, TimelineEntry Entry, bool IsWindow)> stops = Stops(timeline);
        if (stops.Count == 0)
            return;
        writer.WriteAll("codeFlows", [timeline], _ => writer.WriteAll("threadFlows", [timeline], _ =>
            writer.WriteAll("locations", stops.Index(), stop =>
            {
                writer.WriteStartObject("location");
                SarifPlace.Write(writer, stop.Item.At, Words(stop.Item.Entry));
                writer.WriteEndObject();
                writer.WriteNumber("executionOrder", stop.Index + 1);
                bool isEssential = stop.Item.IsWindow || stop.Item.Entry.Kind != TraceKind.Step;
                writer.WriteString("importance", isEssential ? "essential" : "important");
            })));
    }

    /// <summary>A crash or an answer stands where the call before it does.</summary>
    private static List<(Position At, TimelineEntry Entry, bool IsWindow)> Stops(Timeline timeline)
    {
        List<(Position, TimelineEntry, bool)> stops = [];
        int window = Window.Of(timeline)?.Index ?? -1;
        Position? last = null;
        foreach ((int index, TimelineEntry entry) in timeline.Entries.Index())
        {
            if (entry.Kind == TraceKind.Step)
                last = entry.At is { } at ? new Position(at.File, at.Line, at.Column) : last;
            if (last is { } place)
                stops.Add((place, entry, index == window));
        }

        return stops;
    }

    private static string Words(TimelineEntry entry) => entry.Kind switch
    {
        TraceKind.Step => $"{entry.Step} {entry.Who}: {entry.What} → {entry.Result}",
        TraceKind.Pick => $"the world answers '{entry.Who}' with {entry.What}",
        TraceKind.ProcessCrash => "all processes are killed",
        _ when entry.Lost.Count == 0 => "the power fails; nothing is lost",
        _ => $"the power fails; lost: {string.Join("; ", entry.Lost)}",
    };
}
