using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Each thread gives a block to its inode, unless it has one: threads that share an inode or look at the same
/// blocks meet. 2^(N - 13) traces from 13 threads on, 1 below.</summary>
internal static class FileSystem
{
    private const int Inodes = 32;
    private const int Blocks = 26;

    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "filesystem",
        "threads look for free blocks under locks: 2^(N-13) traces from N = 13 on",
        [new("threads", 14, Most: 64)],
        numbers => Of(numbers[0]))
    {
        Source = "Flanagan, Godefroid: Dynamic Partial-Order Reduction for Model Checking Software, POPL 2005",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of(int threads) => new(
        $"filesystem({threads})",
        [.. Enumerable.Range(0, threads).Select(i => new ThreadText($"t{i}", Text(i % Inodes)))])
    {
        Variables = [new("inode", new int[Inodes]), new("busy", new int[Blocks])],
        Mutexes = [new("locki", Inodes), new("lockb", Blocks)],
    };

    private static string Text(int inode) =>
        $$"""
        lock locki[{{inode}}]
        if inode[{{inode}}] == 0 {
          b = {{inode * 2 % Blocks}}
          while 1 {
            lock lockb[b]
            if busy[b] == 0 {
              busy[b] = 1
              inode[{{inode}}] = b + 1
              unlock lockb[b]
              break
            }
            unlock lockb[b]
            b = (b + 1) % {{Blocks}}
          }
        }
        unlock locki[{{inode}}]
        """;
}
