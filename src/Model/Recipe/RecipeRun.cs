using TwoDoors.Model.World;

namespace TwoDoors.Model.Recipe;

/// <summary>Performs a recipe on a host: simulated or real, it cannot tell.</summary>
public static class RecipeRun
{
    /// <summary>What the first start of a host runs: recovery, which finds little to do, then the rest.</summary>
    public static async ValueTask Start(IHost host, RecipePlan plan)
    {
        await Recover(host, plan);
        await Begin(host, plan);
    }

    /// <summary>What a start after a crash runs.</summary>
    public static async ValueTask Recover(IHost host, RecipePlan plan)
    {
        Errno errno = await Step.PerformAll(plan.Recovery, new RecipeProcess(host));
        host.Reach(errno == Errno.Ok ? RecipePoint.Recovered : RecipePoint.RecoveryFailed);
    }

    /// <summary>The activities, until all have ended.</summary>
    public static async ValueTask Begin(IHost host, RecipePlan plan)
    {
        if (plan.Activities.Count == 1)
        {
            await Perform(new RecipeProcess(host), plan.Activities[0]);
            return;
        }

        SortedDictionary<string, IActivity> running = new(StringComparer.Ordinal);
        foreach (RecipeActivity activity in plan.Activities)
        {
            SortedDictionary<string, IActivity> earlier = new(running, StringComparer.Ordinal);
            running[activity.Name] = host.Fork(
                activity.Name, own => Perform(new RecipeProcess(own) { Running = earlier }, activity));
        }

        foreach (RecipeActivity activity in plan.Activities)
            await running[activity.Name].Join();
    }

    private static async ValueTask Perform(RecipeProcess process, RecipeActivity activity)
    {
        Errno errno = await Step.PerformAll(activity.Steps, process);
        process.Host.Reach(errno == Errno.Ok ? RecipePoint.Finished : RecipePoint.Failed);
    }
}
