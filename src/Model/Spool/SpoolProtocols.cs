namespace TwoDoors.Model.Spool;

/// <summary>The protocols by name.</summary>
public static class SpoolProtocols
{
    /// <summary>The protocol of a variant.</summary>
    public static ISpoolProtocol Of(SpoolVariant variant) => variant switch
    {
        SpoolVariant.AsWrittenLiteral => new AsWritten(flushIsSync: false),
        SpoolVariant.AsWrittenGenerous => new AsWritten(flushIsSync: true),
        SpoolVariant.F0 => new F0(),
        SpoolVariant.F1 => new F1(),
        SpoolVariant.F3 => new F3(byLink: false),
        SpoolVariant.F3L => new F3(byLink: true),
        _ => throw new ArgumentOutOfRangeException(nameof(variant), variant, "No such variant."),
    };
}
