namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Programs of which something exact is known. A new one joins with a line here.</summary>
public static class Catalogue
{
    /// <summary>In the order in which they are listed.</summary>
    public static IReadOnlyList<CatalogueProgram> All { get; } =
    [
        Readers.Program,
        LastZero.Program,
        Reorder.Program,
        TwoStage.Program,
        Account.Program,
        Lazy01.Program,
        Deadlock01.Program,
        WrongLock.Program,
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(program => program.Name)];

    /// <summary>The program of this name, or null.</summary>
    public static CatalogueProgram? Find(string name) => All.FirstOrDefault(program => program.Name == name);
}
