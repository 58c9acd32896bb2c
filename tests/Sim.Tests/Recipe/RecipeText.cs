using TwoDoors.Sim.Scenarios;
using TwoDoors.Sim.Scenarios.Recipe;

namespace TwoDoors.Sim.Tests.Recipe;

/// <summary>Recipes for tests, and those of the repository.</summary>
internal static class RecipeText
{
    /// <summary>A scenario of a recipe whose own keys are these.</summary>
    public static string Around(string body, string profile = "posix-min") =>
        $$"""
        scenario: recipe/test
        claim: A test.
        system: recipe
        disk: { profile: {{profile}} }
        faults: { crashes: any }
        expect: holds

        """ + body;

    public static Scenario Load(string text, params string[] settings) =>
        Scenario.Load("r.yaml", text, [.. settings.Select(Setting.Parse)], [new RecipeSystem()]);

    /// <summary>A file of the repository, looked for upwards from the test's own directory.</summary>
    public static string OfRepository(string path)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TwoDoors.slnx")))
            folder = folder.Parent;
        return File.ReadAllText(Path.Combine(folder!.FullName, path));
    }
}
