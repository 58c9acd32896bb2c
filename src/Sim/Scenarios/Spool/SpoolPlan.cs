using TwoDoors.Model.Spool;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Scenarios.Spool;

/// <summary>What runs in a boot, and in which order.</summary>
internal enum Schedule
{
    /// <summary>Recovery; the consumers, or not yet; the copier; the consumers.</summary>
    InTurn,

    /// <summary>Recovery; then copier and consumers side by side.</summary>
    Interleaved,

    /// <summary>Recovery beside the copier; then in turn.</summary>
    RecoveryBesideCopier,

    /// <summary>The consumers beside recovery; then in turn.</summary>
    ConsumersBesideRecovery,

    /// <summary>Recovery; then two copiers side by side; then in turn.</summary>
    TwoCopiers,
}

/// <summary>A spool scenario made ready to run.</summary>
internal sealed record SpoolPlan
{
    /// <summary>One for each spool; all feed the same queues.</summary>
    public required IReadOnlyList<SpoolOptions> Spools { get; init; }

    /// <summary>What is in which order.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>What is spoiled.</summary>
    public required IReadOnlyList<Defect> Defects { get; init; }

    /// <summary>The mount that may be missing while recovery runs; null for none.</summary>
    public FilePath? MayBeBare { get; init; }

    /// <summary>Messages that wait to be given the name of the first one, each in a hidden file of the first
    /// spool.</summary>
    public int Reused { get; init; }

    /// <summary>The protocol.</summary>
    public ISpoolProtocol Protocol => SpoolProtocols.Of(Spools[0].Variant);

    /// <summary>True for the seed's own protocol. The others are called again when a call of them fails; the seed says
    /// nothing of that.</summary>
    public bool IsAsWritten =>
        Spools[0].Variant is SpoolVariant.AsWrittenLiteral or SpoolVariant.AsWrittenGenerous;

    /// <summary>The queues of all spools.</summary>
    public IReadOnlyList<FilePath> Queues => Spools[0].Destinations;
}
