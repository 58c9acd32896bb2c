using TwoDoors.Model.World;

namespace TwoDoors.Model.Recipe;

/// <summary>Waits until another activity has ended, whether it did all of its steps or not.</summary>
/// <param name="Activity">Its name; it was started before this one.</param>
public sealed record JoinStep(string Activity) : Step
{
    internal override async ValueTask<Errno> Perform(RecipeProcess process)
    {
        await process.Running[Activity].Join();
        return Errno.Ok;
    }
}
