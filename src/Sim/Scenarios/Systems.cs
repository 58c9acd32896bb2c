namespace TwoDoors.Sim.Scenarios;

/// <summary>The systems there are.</summary>
public static class Systems
{
    /// <summary>In the order in which errors list them.</summary>
    public static IReadOnlyList<ISystem> All { get; } =
        [new Recipe.RecipeSystem(), new Spool.SpoolSystem(), new Autodir.AutodirSystem(), new Threads.ThreadsSystem()];
}
