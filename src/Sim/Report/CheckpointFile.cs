using System.Text.Json;
using TwoDoors.Model.Claims;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Report;

/// <summary>Where the exploration of one scenario stands.</summary>
/// <param name="Key">Of what exploration.</param>
/// <param name="State">The state to go on from; null to begin.</param>
internal sealed record ScenarioState(SearchKey Key, byte[]? State);

/// <summary>Where an exploration stands, as a file of the format <c>twodoors-checkpoint-1</c>.</summary>
/// <param name="Program">Which program wrote it: no other one can go on.</param>
/// <param name="Shard">Which part of each scenario is explored.</param>
/// <param name="Scenarios">In order of their names.</param>
internal sealed record CheckpointFile(string Program, Shard Shard, IReadOnlyList<ScenarioState> Scenarios)
{
    /// <summary>Names the format; docs/json.md describes it.</summary>
    public const string Format = "twodoors-checkpoint-1";

    private const string What = "a checkpoint that explore --checkpoint wrote";

    /// <summary>This program: its version, and what it was compiled from.</summary>
    public static string ThisProgram
    {
        get
        {
            string version = typeof(CheckpointFile).Assembly.GetName().Version?.ToString(3) ?? "";
            string sim = typeof(CheckpointFile).Module.ModuleVersionId.ToString("N")[..12];
            string model = typeof(Property).Module.ModuleVersionId.ToString("N")[..12];
            return $"{version} {sim}-{model}";
        }
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its path, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="ScenarioException">It is no checkpoint, or not all of one.</exception>
    public static CheckpointFile Read(string file, string text)
    {
        JsonFields fields = JsonFields.Read(file, What, Format, text);
        string program = fields.Text("program");
        Shard shard = new((int)fields.Number("shard"), (int)fields.Number("shards"));
        return new CheckpointFile(program, shard, [.. fields.Sections("scenarios").Select(Scenario)]);
    }

    /// <summary>The text of the file.</summary>
    public string Write() => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteString("program", Program);
        writer.WriteNumber("shard", Shard.Index);
        writer.WriteNumber("shards", Shard.Count);
        writer.WriteAll("scenarios", Scenarios, scenario => Write(writer, scenario));
        writer.WriteEndObject();
    });

    /// <summary>Makes sure that an exploration is the one that the file is of.</summary>
    /// <param name="file">Its path, for messages.</param>
    /// <param name="wanted">The exploration as it would begin.</param>
    /// <exception cref="ScenarioException">It is another one.</exception>
    public void Match(string file, CheckpointFile wanted)
    {
        if (Difference(wanted) is { } difference)
            throw new ScenarioException(new(file, 0, 0), difference);
    }

    private static void Write(Utf8JsonWriter writer, ScenarioState scenario)
    {
        scenario.Key.Write(writer);
        if (scenario.State is not { } state)
            return;
        writer.WriteString("check", Check(state));
        writer.WriteBytes("state", state);
    }

    private static ScenarioState Scenario(JsonFields fields)
    {
        SearchKey key = SearchKey.Read(fields);
        byte[]? state = fields.Has("state") ? fields.Bytes("state") : null;
        return state is null || Check(state) == fields.Text("check")
            ? new ScenarioState(key, state)
            : throw fields.Wrong("state");
    }

    private static string Check(byte[] state) => Fingerprint.Empty.Add(state).ToString();

    private string? Difference(CheckpointFile wanted)
    {
        if (Program != wanted.Program)
            return $"was written by another program, {Program}, and this is {wanted.Program}";
        if (Shard != wanted.Shard)
            return $"is of part {Shard} and not of {wanted.Shard}";
        string[] names = [.. Scenarios.Select(one => one.Key.Scenario)];
        string[] others = [.. wanted.Scenarios.Select(one => one.Key.Scenario)];
        if (names.Except(others).Concat(others.Except(names)).FirstOrDefault() is { } odd)
        {
            return names.Contains(odd)
                ? $"is of '{odd}' too, which is not to be explored"
                : $"knows nothing of '{odd}', which is to be explored";
        }

        foreach ((ScenarioState here, ScenarioState there) in Scenarios.Zip(wanted.Scenarios))
        {
            if (here.Key.Difference(there.Key) is { } difference)
                return $"{difference} ('{here.Key.Scenario}')";
        }

        return null;
    }
}
