using TwoDoors.Model.World;

namespace TwoDoors.Model.Recipe;

/// <summary>One line of a recipe.</summary>
public abstract record Step
{
    /// <summary>Errors after which the activity goes on.</summary>
    public IReadOnlyList<Errno> Allowed { get; init; } = [];

    /// <summary>The error that it has to answer; null: it has to succeed. EINVAL where it answers anything
    /// else.</summary>
    public Errno? Required { get; init; }

    /// <summary>Where it is written, if somebody may ask.</summary>
    public SourcePlace? Place { get; init; }

    internal abstract ValueTask<Errno> Perform(RecipeProcess process);

    /// <summary>Performs steps until one fails that is not allowed to.</summary>
    /// <returns>Ok, or the error that ended them.</returns>
    internal static async ValueTask<Errno> PerformAll(IReadOnlyList<Step> steps, RecipeProcess process)
    {
        for (int i = 0; i < steps.Count; i++)
        {
            process.StandsAt(steps[i].Place);
            Errno errno = await steps[i].Perform(process);
            if (steps[i].Required is { } required)
                errno = errno == required ? Errno.Ok : Errno.EINVAL;
            if (errno != Errno.Ok && !steps[i].Allowed.Contains(errno))
                return errno;
        }

        return Errno.Ok;
    }
}
