namespace TwoDoors.Model.Recipe;

/// <summary>A protocol as data: what runs, and what runs after every start before it. Immutable.</summary>
/// <param name="Recovery">Runs alone, first, on every start; empty for none.</param>
/// <param name="Activities">Run side by side, each as a process of its own; a single one runs without a fork.</param>
public sealed record RecipePlan(IReadOnlyList<Step> Recovery, IReadOnlyList<RecipeActivity> Activities);

/// <summary>Steps in order. The first call that fails and is not allowed to ends them.</summary>
/// <param name="Name">For traces; unique in its recipe.</param>
/// <param name="Steps">In order.</param>
public sealed record RecipeActivity(string Name, IReadOnlyList<Step> Steps);
