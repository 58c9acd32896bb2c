using System.Globalization;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Programs of which something exact is known. A new one joins with a line here.</summary>
public static class Catalogue
{
    /// <summary>In the order in which they are listed.</summary>
    public static IReadOnlyList<CatalogueProgram> All { get; } =
    [
        Readers.Program,
        LastZero.Program,
        FileSystem.Program,
        Indexer.Program,
        ReadWrites.LastWrite,
        ReadWrites.FloatingRead,
        ReadWrites.Rw,
        ReadWrites.Inc,
        ReadWrites.MyExample,
        Swaps.Casrot,
        Swaps.Casw,
        Swaps.Wcas,
        Increments.Ainc,
        Increments.Binc,
        Increments.Cinc,
        Increments.Wainc,
        FibBench.Program,
        CircularBuffer.Right,
        ControlFlow.Program,
        Sigma.Program,
        PrivateSteps.Rw,
        PrivateSteps.Casw,
        PrivateSteps.ControlFlow,
        ExponentialBug.Program,
        OptimisticLocks.OptLock,
        OptimisticLocks.Commits,
        RaceParametric.Program,
        Reorder.Program,
        TwoStage.Program,
        Account.Program,
        Lazy01.Program,
        Deadlock01.Program,
        WrongLock.Program,
        Bluetooth.Program,
        TokenRing.Program,
        BoundedStack.Program,
        Carter01.Program,
        BoundedQueue.Program,
        CircularBuffer.Wrong,
        StringBuffer.Program,
        WorkStealing.Wrong,
        WorkStealing.Right,
        SafeStack.Program,
        Vulnerabilities.Keyrings,
        Vulnerabilities.OnceOnly,
        Vulnerabilities.Singleton,
        FilterLock.Program,
        Polite.Program,
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(program => program.Name)];

    /// <summary>The program of this name, or null.</summary>
    public static CatalogueProgram? Find(string name) => All.FirstOrDefault(program => program.Name == name);

    /// <summary>The program of a line such as <c>reorder 9 1</c>.</summary>
    /// <exception cref="ArgumentException">There is none, or a number is no number.</exception>
    public static ProgramText Build(string line)
    {
        string[] words = line.Split(' ');
        CatalogueProgram found = Find(words[0])
            ?? throw new ArgumentException($"no program '{words[0]}'", nameof(line));
        int[] numbers = [.. found.Parameters.Select((parameter, i) => i + 1 < words.Length
            ? int.Parse(words[i + 1], NumberStyles.None, CultureInfo.InvariantCulture)
            : parameter.Usual)];
        return found.Build(numbers);
    }
}
