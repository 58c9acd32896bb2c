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
            await Perform(host, plan.Activities[0]);
            return;
        }

        List<IActivity> running = [];
        foreach (RecipeActivity activity in plan.Activities)
            running.Add(host.Fork(activity.Name, own => Perform(own, activity)));
        foreach (IActivity activity in running)
            await activity.Join();
    }

    private static async ValueTask Perform(IHost host, RecipeActivity activity)
    {
        Errno errno = await Step.PerformAll(activity.Steps, new RecipeProcess(host));
        host.Reach(errno == Errno.Ok ? RecipePoint.Finished : RecipePoint.Failed);
    }
}
