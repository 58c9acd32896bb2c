using TwoDoors.Model.Claims;
using TwoDoors.Model.Recipe;
using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Scenarios.Recipe;

/// <summary>Protocols that are written in the scenario itself. Grammar: docs/recipes.md.</summary>
public sealed class RecipeSystem : ISystem
{
    private static readonly string[] AgainAnswers = ["no", "yes"];

    /// <inheritdoc/>
    public string Name => "recipe";

    /// <inheritdoc/>
    public Subject Build(ScenarioFile file)
    {
        Fields keys = file.Keys;
        GivenContent given = GivenContent.Read(keys, file.Disk.Mounts);
        RecipeNames names = new(given, ClaimReader.Claimed(keys));
        List<StepScope> scopes = [];
        List<RecipeActivity> activities = Activities(keys, names, scopes);
        StepScope recovering = new(names, "recovery", []);
        RecipePlan plan = new(Steps(keys, "recovery", recovering), activities);
        bool again = keys.Flag("again", false);
        FileVersions VersionsOf(FilePath path) => new(
            path,
            given.Find(path),
            [.. scopes.Append(recovering).Select(scope => Texts(scope, path))],
            again || recovering.Promises.Count > 0);
        List<Property> properties = new ClaimReader(names, VersionsOf).ReadAll(keys);
        properties.Add(RecipeClaims.StepsFinish(activities.Count));
        if (file.Faults.Counts.Count == 0)
            properties.Add(RecipeClaims.RecoveryFinishes);
        Subject subject = file.Subject(
            given.Start,
            () => new RecipeLedger(),
            (host, _) => RecipeRun.Start(host, plan),
            properties,
            [.. names.Syncs.Select(sync => sync.Name)],
            writtenOut: true);
        return subject with
        {
            Syncs = names.Syncs,
            Reboot = (host, world) => again ? TryAgain(host, world, plan) : RecipeRun.Recover(host, plan),
        };
    }

    private static IReadOnlyList<byte[]?> Texts(StepScope scope, FilePath path) =>
        [.. scope.Promises.Where(promise => promise.Path == path).Select(promise => promise.Text)];

    private static List<Step> Steps(Fields keys, string key, StepScope scope) =>
        keys.NodeOrNull(key) is { } node ? new StepReader(scope).ReadAll(key, node) : [];

    private static List<RecipeActivity> Activities(Fields keys, RecipeNames names, List<StepScope> scopes)
    {
        if (!keys.Has("activities"))
        {
            keys.Node("steps", "a list of steps; or 'activities' that run side by side");
            scopes.Add(new StepScope(names, "steps", []));
            return [new RecipeActivity("steps", Steps(keys, "steps", scopes[0]))];
        }

        if (keys.Has("steps"))
            throw keys.Wrong("steps", "'activities' is given too; one of them is enough");
        List<RecipeActivity> activities = [];
        Fields named = keys.Section("activities");
        foreach (Entry entry in named.Entries)
        {
            scopes.Add(new StepScope(names, entry.Key, [.. activities.Select(earlier => earlier.Name)]));
            activities.Add(new RecipeActivity(entry.Key, Steps(named, entry.Key, scopes[^1])));
        }

        return activities.Count > 0 ? activities : throw keys.Wrong("activities", "expected names with their steps");
    }

    // Whether the one who asked asks again after a crash is the world's choice: both are explored.
    private static async ValueTask TryAgain(IHost host, IChoices world, RecipePlan plan)
    {
        await RecipeRun.Recover(host, plan);
        if (world.Pick("the steps run again", AgainAnswers) == 1)
            await RecipeRun.Begin(host, plan);
    }
}
