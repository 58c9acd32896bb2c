using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using TwoDoors.Model.Claims;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Report;

/// <summary>Reads what <see cref="PartWriter"/> wrote.</summary>
internal static class PartReader
{
    private const string What = "a part that explore --out wrote";

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its path, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="ScenarioException">It is no part, or not all of one.</exception>
    public static PartSet Read(string file, string text)
    {
        JsonFields fields = JsonFields.Read(file, What, PartWriter.Format, text);
        long index = fields.Number("shard");
        long count = fields.Number("shards");
        if (index >= count || count > int.MaxValue)
            throw fields.Wrong("shards");
        Shard shard = new((int)index, (int)count);
        return new PartSet(file, shard, [.. fields.Sections("scenarios").Select(one => Scenario(one, shard))]);
    }

    private static ExploredPart Scenario(JsonFields fields, Shard shard)
    {
        SearchKey key = SearchKey.Read(fields);
        Fingerprint[] ends = Unpacked(fields, "ends", fields.Bytes("ends"));
        SearchPart part = new()
        {
            Shard = shard,
            Samples = fields.Flag("samples"),
            IsWhole = fields.Flag("whole"),
            Capped = fields.Flag("capped"),
            Runs = fields.Number("runs"),
            Steps = fields.Number("steps"),
            Cuts = fields.Number("cuts"),
            CutsTotal = fields.Has("cutsTotal") ? Total(fields) : null,
            Replays = fields.Number("replays"),
            Executions = fields.Number("executionsDone"),
            Ends = ends.Length == 1 ? ends[0] : throw fields.Wrong("ends"),
            States = [.. fields.ManyBytes("states").Select(level => Unpacked(fields, "states", level))],
            Sightings = [.. fields.Sections("sightings").Select(one => Sighting(one, key.Scenario))],
            NeverMet = fields.Texts("neverMet"),
        };
        TimeSpan elapsed = TimeSpan.FromMilliseconds(fields.Number("elapsedMilliseconds"));
        return new ExploredPart(key, fields.Text("file"), part, elapsed);
    }

    private static BigInteger Total(JsonFields fields) =>
        BigInteger.TryParse(
            fields.Text("cutsTotal"), NumberStyles.None, CultureInfo.InvariantCulture, out BigInteger all)
            ? all
            : throw fields.Wrong("cutsTotal");

    private static Sighting Sighting(JsonFields fields, string scenario)
    {
        string property = fields.Text("property");
        string says = fields.Text("says");
        Trace trace = fields.Has("trace")
            ? TraceFile.Read(fields.File, fields.Raw("trace")).Trace
            : new Trace(scenario, [], property, says, []);
        Violation found = new(
            property,
            says,
            (int)fields.Number("crashes"),
            (int)fields.Number("switches"),
            (int)fields.Number("steps"),
            (int)fields.Number("lost"),
            trace)
        {
            Minimality = new Minimality(
                (int)fields.Number("replays"), (int)fields.Number("proofReplays"), fields.Flag("minimal")),
        };
        return new Sighting(found, fields.Numbers("rank"));
    }

    private static Fingerprint[] Unpacked(JsonFields fields, string name, byte[] bytes)
    {
        if (bytes.Length % PartWriter.StateBytes != 0)
            throw fields.Wrong(name);
        Fingerprint[] states = new Fingerprint[bytes.Length / PartWriter.StateBytes];
        for (int i = 0; i < states.Length; i++)
        {
            ReadOnlySpan<byte> state = bytes.AsSpan(i * PartWriter.StateBytes);
            states[i] = new Fingerprint(
                BinaryPrimitives.ReadUInt64BigEndian(state), BinaryPrimitives.ReadUInt64BigEndian(state[8..]));
        }

        return states;
    }
}
