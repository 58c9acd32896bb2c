using TwoDoors.Model.World;

namespace TwoDoors.Model.Recipe;

/// <summary>Reads a whole file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Expected">What it must hold; EINVAL where it does not. Null: anything.</param>
public sealed record ReadStep(PathTemplate Path, byte[]? Expected) : Step
{
    internal override async ValueTask<Errno> Perform(RecipeProcess process)
    {
        Result<byte[]> content = await process.ReadWhole(Path.Resolve(process));
        if (!content.IsOk)
            return content.Errno;
        return Expected is null || content.Value.AsSpan().SequenceEqual(Expected) ? Errno.Ok : Errno.EINVAL;
    }
}
