using TwoDoors.Model.World;

namespace TwoDoors.Model.Recipe;

/// <summary>Reads a whole file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Expected">What it must hold; EINVAL where it does not. Null: anything.</param>
/// <param name="Variable">What was read is kept under this name; null: nowhere.</param>
public sealed record ReadStep(PathTemplate Path, byte[]? Expected, string? Variable) : Step
{
    internal override async ValueTask<Errno> Perform(RecipeProcess process) =>
        process.Take(await process.ReadWhole(Path.Resolve(process)), Expected, Variable);
}

/// <summary>read(2), or pread(2) with an offset, as often as it takes to come to a length or to the end.</summary>
/// <param name="Handle">Of an earlier open.</param>
/// <param name="LengthBytes">At most so many.</param>
/// <param name="Offset">Where; null for the handle's position.</param>
/// <param name="Expected">What must come; EINVAL where something else does. Null: anything.</param>
/// <param name="Variable">What was read is kept under this name; null: nowhere.</param>
public sealed record ReadHandleStep(string Handle, int LengthBytes, long? Offset, byte[]? Expected, string? Variable)
    : Step
{
    internal override async ValueTask<Errno> Perform(RecipeProcess process)
    {
        Result<Handle> file = process.Find(Handle);
        if (!file.IsOk)
            return file.Errno;
        return process.Take(await process.Read(file.Value, LengthBytes, Offset), Expected, Variable);
    }
}
