namespace TwoDoors.Model.Spool;

/// <summary>The names of the sync points: one name for the same point of all destinations.</summary>
public static class SpoolSyncs
{
    private const string Delivery = "fsync(D) after delivery";

    /// <summary>Every sync point of a variant, in order of the protocol, then recovery, then the consumer.</summary>
    public static IReadOnlyList<string> Of(SpoolVariant variant) => variant switch
    {
        SpoolVariant.AsWrittenLiteral => ["fsync(d)", Delivery],
        SpoolVariant.AsWrittenGenerous => ["fsync(t)", "fsync(d)", Delivery],
        SpoolVariant.F0 =>
        [
            "fsync(t)", "fsync(S) after m", "fsync(d)", "fsync(D)", "fsync(S) commit", "fsync(D) in recovery",
            "fsync(S) in recovery", Delivery,
        ],
        SpoolVariant.F1 =>
        [
            "fsync(m)", "fsync(S) after m", "fsync(d)", "fsync(D)", "fsync(S) commit", "fsync(D) in recovery",
            "fsync(S) in recovery", "fsync(S) after recovery", Delivery,
        ],
        SpoolVariant.F3 =>
            ["fsync(d)", "fsync(D)", "fsync(S) commit", "fsync(D) in recovery", "fsync(S) in recovery", Delivery],
        SpoolVariant.F3L =>
        [
            "fsync(d)", "fsync(D)", "fsync(S) commit", "fsync(D) after link", "fsync(D) after unlink",
            "fsync(D) in recovery", "fsync(S) in recovery", Delivery,
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(variant), variant, "No such variant."),
    };

    /// <summary>Who makes a sync: copier, recovery or consumer.</summary>
    public static string PartOf(string point) => point switch
    {
        Delivery => "consumer",
        "fsync(D) in recovery" or "fsync(S) in recovery" or "fsync(S) after recovery" => "recovery",
        _ => "copier",
    };
}
