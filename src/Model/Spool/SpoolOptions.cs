using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>Which protocol copies and recovers.</summary>
public enum SpoolVariant
{
    /// <summary>C1 to C6 and R1 to R7 as their author wrote them; "flush" in C1.1 is fflush(3).</summary>
    AsWrittenLiteral,

    /// <summary>As written; "flush" in C1.1 includes fsync(t).</summary>
    AsWrittenGenerous,

    /// <summary>The seed with the smallest set of corrections: every missing fsync, a lock, a gate for
    /// consumers.</summary>
    F0,

    /// <summary>A manifest is durable before any copy exists, and hides the copies until they are committed.</summary>
    F1,

    /// <summary>No manifest: copies name their source, and are published by rename.</summary>
    F3,

    /// <summary>F3, published by link and unlink, for file systems whose rename is not atomic.</summary>
    F3L,
}

/// <summary>One spool and the queues it feeds.</summary>
/// <param name="Spool">The directory S. Everybody names it by the same absolute path: names in queues carry its
/// checksum, so that two spools may feed one queue.</param>
/// <param name="Destinations">The directories A, B, ...; recovery of F1 takes them from its manifests instead.</param>
/// <param name="Variant">The protocol.</param>
/// <param name="BatchSize">How many messages of F1 share one manifest and its fsyncs, at least 1.</param>
public sealed record SpoolOptions(
    FilePath Spool,
    IReadOnlyList<FilePath> Destinations,
    SpoolVariant Variant = SpoolVariant.F1,
    int BatchSize = 1);
