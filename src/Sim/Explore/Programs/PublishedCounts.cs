using System.Globalization;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>The published counts, one program a line.</summary>
/// <remarks>Each number of traces is what Nidhugg 0.4 (source and optimal) counts, or the expectation of GenMC's tests
/// (sc, mo), or both; Concuerror 0.21 agrees on readers, lastzero, filesystem and indexer. Bounded counts are GenMC's.
/// Redundant executions are those of Nidhugg with --source; Concuerror agrees on lastzero.</remarks>
public static class PublishedCounts
{
    private const string Whole =
        """
        readers 2:4 8:256 13:8192 17:131072
        lastzero 2:5 3:12 4:28 5:64 10:3328 12:15360 15:147456
        filesystem 13:1 14:2 16:8 18:32 19:64 20:128 22:512
        indexer 11:1 12:8 13:64 14:512 15:4096
        lastwrite 3:6 5:120 7:5040
        casrot 2:2 3:5 4:14 5:43 6:144 7:523 8:2048 9:8597
        casw 2:6 3:66 4:1200 5:32880
        wcas 2:5 3:13 4:33 5:81 9:2305
        ainc 5:120
        binc 4:576 6:518400
        cinc 2:8 3:216 4:13824
        rw 2:4 3:36 4:576 5:14400
        inc 2:4 3:36 4:576 5:14400
        myexample 2:4 3:36 4:576 5:14400
        wainc 2:6 3:24 4:120
        fib_bench 1:11 2:140 3:1698 4:19605 5:218243
        circular_buffer 3:20 5:252 7:3432 8:12870
        control_flow 2:18 3:90 5:5160
        sigma 3:15 4:105 5:945 6:10395
        """;

    private const string Sources =
        """
        readers 2:4+0 8:256+0
        lastzero 5:64+33 10:3328+16867
        casw_private 5:32880+1545
        control_flow_private 5:5160+7856
        rw_private 4:576+10
        """;

    private const string BoundedRows =
        """
        casw 2:2,4,6 3:6,24,54,66 4:24,168,576,1056,1200 5:120,1320,6720,18720,30000,32880
        binc 2:2,4 3:6,24,36 4:24,168,432,576
        rw 2:2,4 3:6,24,36 4:24,168,432,576
        inc 2:2,4 3:6,24,36 4:24,168,432,576
        cinc 2:2,6,8 3:6,42,120,192,216 4:24,312,1704,5160,9792,12960,13824
        circular_buffer 3:2,6,14,18,20 5:2,10,42,90,162,210,242,250,252
        commits 2:2,8,26,60,118,208,340,522,764,1074,1362,1612,1702,1734
        """;

    /// <summary>All, in order.</summary>
    public static IReadOnlyList<PublishedCount> All { get; } =
    [
        .. Rows(Whole).Select(row => Exhaustive(row, "exhaustive", row.Counts + "+0")),
        .. Rows(Sources).Select(row => Exhaustive(row, "source", row.Counts)),
        .. Rows(BoundedRows).SelectMany(Bounded),
    ];

    private static IEnumerable<(string Program, int Argument, string Counts)> Rows(string table) =>
        from line in table.Split('\n')
        let words = line.Trim().Split(' ')
        from cell in words.Skip(1)
        let parts = cell.Split(':')
        select (words[0], (int)Number(parts[0]), parts[1]);

    private static PublishedCount Exhaustive(
        (string Program, int Argument, string Counts) row, string strategy, string counts)
    {
        string[] parts = counts.Split('+');
        return new PublishedCount(strategy, row.Program, [row.Argument], 0, Number(parts[0]), Number(parts[1]));
    }

    private static IEnumerable<PublishedCount> Bounded((string Program, int Argument, string Counts) row) =>
        row.Counts.Split(',').Select((count, bound) => new PublishedCount(
            "preemption-bounded", row.Program, [row.Argument], bound, Number(count), 0));

    private static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
