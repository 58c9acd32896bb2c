namespace TwoDoors.Sim.Scenarios;

/// <summary>The key <c>faults</c>: what may happen and how often.</summary>
/// <param name="Crashes">Most host crashes; null for any number. Must be stated.</param>
/// <param name="ProcessCrashes">Most crashes of all processes between two host crashes.</param>
/// <param name="Counts">How many of each other fault, in the order of <see cref="Kinds"/>; absent is none.</param>
public sealed record FaultKeys(
    int? Crashes,
    int ProcessCrashes,
    IReadOnlyList<KeyValuePair<string, int>> Counts)
{
    /// <summary>The faults that can be counted.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "eio-read", "eio-write", "eio-fsync", "eio-close", "eio-readdir", "eio-stat", "enospc", "edquot",
        "short-write", "einval-fsync-directory", "lost-reply",
    ];

    internal static FaultKeys Read(Fields faults)
    {
        Scalar crashes = faults.Node("crashes", "a number, or any") as Scalar
            ?? throw faults.Wrong("crashes", "expected a number, or any");
        int? bound = crashes.Text == "any" ? null : faults.Number("crashes", 0, 1_000);
        int processCrashes = faults.Number("process-crashes", 0, 1_000, 0);
        List<KeyValuePair<string, int>> counts = [];
        foreach (string kind in Kinds)
        {
            int count = faults.Number(kind, 0, 1_000, 0);
            if (count > 0)
                counts.Add(new(kind, count));
        }

        return new FaultKeys(bound, processCrashes, counts);
    }
}
