namespace TwoDoors.Real.Tests.Crashes;

/// <summary>The names that F1 makes and removes for two messages and two queues, in the order of its text, and how
/// many of these changes are durable or made when a point is reached.</summary>
/// <remarks>ext4 and xfs keep all changes of names in one order, and any fsync makes all earlier ones durable
/// (the profiles ext4-ordered and xfs): so a crash may leave exactly the states from the durable one to
/// the last one made.</remarks>
/// <param name="States">The names that are there, after each change.</param>
/// <param name="Durable">How many changes a crash must keep.</param>
/// <param name="Made">How many it may keep.</param>
internal sealed record NameHistory(string[] States, int Durable, int Made)
{
    private static readonly string[] Copying =
    [
        "s1 s2",
        "m s1 s2",
        "m A1 s1 s2",
        "m A1 B1 s1 s2",
        "m A1 B1 A2 s1 s2",
        "m A1 B1 A2 B2 s1 s2",
        "m A1 B1 A2 B2 s2",
        "m A1 B1 A2 B2",
        "A1 B1 A2 B2",
    ];

    private static readonly string[] RollingBack =
    [
        "m A1 B1 A2 B2 s1 s2",
        "m B1 A2 B2 s1 s2",
        "m A2 B2 s1 s2",
        "m B2 s1 s2",
        "m s1 s2",
    ];

    /// <summary>What may be there after a crash at a point of F1.</summary>
    public static NameHistory At(string point) => point switch
    {
        "ManifestWritten" or "IntentDurable" => new(Copying, 1, 1),
        "CopiesWritten" or "CopiesDurable" => new(Copying, 5, 5),
        "SourcesUnlinked" => new(Copying, 5, 7),
        "Committed" or "RolledForward" => new(Copying, 7, 7),
        "Published" => new(Copying, 7, 8),
        "CopiesUnlinked" => new(RollingBack, 0, 4),
        "RolledBack" => new(RollingBack, 4, 4),
        _ => throw new ArgumentOutOfRangeException(nameof(point), point, "No row for it."),
    };

    /// <summary>True if a crash may leave these names.</summary>
    /// <param name="names">As <see cref="Seen"/> gives them.</param>
    /// <param name="allIsKept">True if the log was still written.</param>
    public bool Allows(string names, bool allIsKept) =>
        Array.IndexOf(States, names) is int changes && changes <= Made && changes >= (allIsKept ? Made : Durable);

    /// <summary>The names that are there.</summary>
    public static string Seen(SpoolDirectories spool)
    {
        string[] inS = SpoolDirectories.Names(spool.S);
        bool manifest = inS.Any(name => name.StartsWith("m.", StringComparison.Ordinal));
        IEnumerable<string> copies =
            from index in new[] { "1", "2" }
            from queue in new[] { (Name: "A", Path: spool.A), (Name: "B", Path: spool.B) }
            where SpoolDirectories.Names(queue.Path).Any(name => name.EndsWith("." + index, StringComparison.Ordinal))
            select queue.Name + index;
        IEnumerable<string> sources = inS.Where(name => name.StartsWith('s'));
        return string.Join(' ', [.. manifest ? ["m"] : Array.Empty<string>(), .. copies, .. sources]);
    }
}
