using TwoDoors.Model.Spool;
using TwoDoors.Model.World;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Scenarios.Spool;

/// <summary>Messages that are copied from spools into several queues each. Its keys: variant, reading, batch, spools,
/// queues, messages (count, bytes, names), schedule, defects, may-be-bare.</summary>
public sealed class SpoolSystem : ISystem
{
    private static readonly string[] Variants = ["as-written", "f0", "f1", "f3", "f3l"];
    private static readonly string[] Readings = ["literal", "generous"];

    private static readonly string[] Schedules =
        ["in-turn", "interleaved", "recovery-beside-copier", "consumers-beside-recovery", "two-copiers"];

    private static readonly string[] Defects =
        ["fsync-tried-again", "stat-failure-is-absence", "no-lock", "nonce-repeats", "unlink-tried-again"];

    /// <inheritdoc/>
    public string Name => "spool";

    /// <inheritdoc/>
    public Subject Build(ScenarioFile file)
    {
        Fields keys = file.Keys;
        SpoolVariant variant = Variant(keys);
        int batch = keys.Number("batch", 1, 1_000, 1);
        if (batch > 1 && variant != SpoolVariant.F1)
            throw keys.Wrong("batch", "only f1 copies several messages at once");
        IReadOnlyList<FilePath> spools = PathsOr(keys, "spools", ["/S"]);
        IReadOnlyList<FilePath> queues = PathsOr(keys, "queues", ["/A", "/B"]);
        Fields messages = keys.Section("messages");
        int bytes = messages.Number("bytes", 16, 1 << 20, 32);
        int count = messages.Number("count", 1, 1_000, spools.Count);
        bool reuse = messages.Word("names", ["different", "same"], "different") == "same";
        IReadOnlyList<byte[]> bodies =
            [.. Enumerable.Range(1, count).Select(number => SpoolContent.Body(number, bytes))];
        FilePath? bare = MayBeBare(keys, file.Disk.Mounts);
        SpoolPlan plan = new()
        {
            Spools = [.. spools.Select(spool => new SpoolOptions(spool, queues, variant, batch))],
            Schedule = (Schedule)Schedules.IndexOf(keys.Word("schedule", Schedules, Schedules[0])),
            Defects = [.. keys.Words("defects", Defects).Select(word => (Defect)Defects.IndexOf(word))],
            MayBeBare = bare,
            Reused = reuse ? count - 1 : 0,
        };
        FilePath[] bareDirectory = bare is FilePath mount ? [BareMountPoint.Of(mount)] : [];
        StartContent content = new(
            SpoolContent.WithParents([.. spools, .. queues, .. bareDirectory]),
            SpoolContent.Files(spools, bodies, reuse));
        IReadOnlyList<string> syncs = SpoolSyncs.Of(variant);
        return file.Subject(
            content,
            () => new SpoolLedger(queues, bodies),
            (host, world) => new SpoolBoot(plan, host, world).Run(),
            SpoolProperties.Of(spools, plan.IsAsWritten),
            syncs) with
        {
            Plumbing = ["SpoolCalls.cs", "Pump.cs"],
            Syncs = [.. syncs.Select(point => new SyncPoint(point, SpoolSyncs.PartOf(point)))],
        };
    }

    private static SpoolVariant Variant(Fields keys)
    {
        string variant = keys.Word("variant", Variants);
        bool reads = keys.Has("reading");
        string reading = keys.Word("reading", Readings, Readings[0]);
        if (reads && variant != "as-written")
            throw keys.Wrong("reading", $"{variant} leaves nothing to be read in two ways; only as-written does");
        return variant switch
        {
            "as-written" when reading == "generous" => SpoolVariant.AsWrittenGenerous,
            "as-written" => SpoolVariant.AsWrittenLiteral,
            "f0" => SpoolVariant.F0,
            "f1" => SpoolVariant.F1,
            "f3" => SpoolVariant.F3,
            _ => SpoolVariant.F3L,
        };
    }

    private static IReadOnlyList<FilePath> PathsOr(Fields keys, string key, IReadOnlyList<string> fallback)
    {
        IReadOnlyList<FilePath> paths = keys.Paths(key);
        return paths.Count > 0 ? paths : [.. fallback.Select(path => FilePath.Of(path))];
    }

    private static FilePath? MayBeBare(Fields keys, IReadOnlyList<FilePath> mounts)
    {
        if (!keys.Has("may-be-bare"))
            return null;
        FilePath path = keys.Path("may-be-bare");
        return mounts.Contains(path)
            ? path
            : throw keys.Wrong("may-be-bare", $"{path} is not one of disk.mounts");
    }
}
