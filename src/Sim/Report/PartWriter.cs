using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using TwoDoors.Model.Claims;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report;

/// <summary>Writes what one shard found, format <c>twodoors-part-1</c>.</summary>
internal static class PartWriter
{
    /// <summary>The bytes of a state's fingerprint.</summary>
    public const int StateBytes = 16;

    /// <summary>Names the format; docs/json.md describes it.</summary>
    public const string Format = "twodoors-part-1";

    /// <summary>The text of the file.</summary>
    public static string Of(Shard shard, IReadOnlyList<Explored> results) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteNumber("shard", shard.Index);
        writer.WriteNumber("shards", shard.Count);
        writer.WriteAll("scenarios", results, result => Write(writer, result, result.Verdict.Part!));
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, Explored result, SearchPart part)
    {
        SearchKey.Of(result.Scenario).Write(writer);
        writer.WriteString("file", result.Scenario.File.File);
        writer.WriteNumber("elapsedMilliseconds", (long)result.Elapsed.TotalMilliseconds);
        writer.WriteBoolean("samples", part.Samples);
        writer.WriteBoolean("whole", part.IsWhole);
        writer.WriteBoolean("capped", part.Capped);
        writer.WriteNumber("runs", part.Runs);
        writer.WriteNumber("steps", part.Steps);
        writer.WriteNumber("cuts", part.Cuts);
        if (part.CutsTotal is { } total)
            writer.WriteString("cutsTotal", total.ToString(CultureInfo.InvariantCulture));
        writer.WriteNumber("replays", part.Replays);
        writer.WriteNumber("executionsDone", part.Executions);
        writer.WriteBytes("ends", Packed([part.Ends]));
        writer.WriteStartArray("states");
        foreach (IReadOnlyList<Fingerprint> level in part.States)
            writer.WriteByteItems(Packed([.. level.Order(Comparer<Fingerprint>.Create(Compare))]));
        writer.WriteEndArray();
        writer.WriteAll("sightings", part.Sightings, sighting => Write(writer, sighting));
        writer.WriteTexts("neverMet", part.NeverMet);
    }

    private static void Write(Utf8JsonWriter writer, Sighting sighting)
    {
        Violation found = sighting.Violation;
        writer.WriteString("property", found.Property);
        writer.WriteString("says", found.Says);
        writer.WriteNumber("crashes", found.Crashes);
        writer.WriteNumber("switches", found.Switches);
        writer.WriteNumber("steps", found.Steps);
        writer.WriteNumber("lost", found.Lost);
        writer.WriteNumber("replays", found.Minimality.Replays);
        writer.WriteNumber("proofReplays", found.Minimality.ProofReplays);
        writer.WriteBoolean("minimal", found.Minimality.IsProved);
        writer.WriteStartArray("rank");
        foreach (ulong number in sighting.Rank)
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
        if (!TraceFile.IsWorthAFile(found))
            return;
        writer.WritePropertyName("trace");
        TraceFile.Write(writer, found.Trace);
    }

    private static int Compare(Fingerprint one, Fingerprint other) =>
        one.High != other.High ? one.High.CompareTo(other.High) : one.Low.CompareTo(other.Low);

    private static byte[] Packed(Fingerprint[] states)
    {
        byte[] bytes = new byte[states.Length * StateBytes];
        for (int i = 0; i < states.Length; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(i * StateBytes), states[i].High);
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan((i * StateBytes) + 8), states[i].Low);
        }

        return bytes;
    }
}
