using TwoDoors.Model.World;

namespace TwoDoors.Model.Recipe;

/// <summary>mkdir(2).</summary>
/// <param name="Path">The new directory.</param>
/// <param name="Mode">Its permission bits.</param>
public sealed record MakeDirectoryStep(PathTemplate Path, int Mode) : Step
{
    internal override ValueTask<Errno> Perform(RecipeProcess process) =>
        process.Files.MakeDirectory(Path.Resolve(process), Mode);
}

/// <summary>rmdir(2).</summary>
/// <param name="Path">An empty directory.</param>
public sealed record RemoveDirectoryStep(PathTemplate Path) : Step
{
    internal override ValueTask<Errno> Perform(RecipeProcess process) =>
        process.Files.RemoveDirectory(Path.Resolve(process));
}

/// <summary>unlink(2).</summary>
/// <param name="Path">The name that goes.</param>
public sealed record UnlinkStep(PathTemplate Path) : Step
{
    internal override ValueTask<Errno> Perform(RecipeProcess process) => process.Files.Unlink(Path.Resolve(process));
}

/// <summary>rename(2), or renameat2(2) with a mode.</summary>
/// <param name="From">The old name.</param>
/// <param name="To">The new one.</param>
/// <param name="Mode">What happens to a taken name.</param>
public sealed record RenameStep(PathTemplate From, PathTemplate To, RenameMode Mode) : Step
{
    internal override ValueTask<Errno> Perform(RecipeProcess process) =>
        process.Files.Rename(From.Resolve(process), To.Resolve(process), Mode);
}

/// <summary>link(2).</summary>
/// <param name="From">A name of the file.</param>
/// <param name="To">Another name for it.</param>
public sealed record LinkStep(PathTemplate From, PathTemplate To) : Step
{
    internal override ValueTask<Errno> Perform(RecipeProcess process) =>
        process.Files.Link(From.Resolve(process), To.Resolve(process));
}

/// <summary>symlink(2).</summary>
/// <param name="Target">What it points at.</param>
/// <param name="Path">Its name.</param>
public sealed record SymbolicLinkStep(PathTemplate Target, PathTemplate Path) : Step
{
    internal override ValueTask<Errno> Perform(RecipeProcess process) =>
        process.Files.SymbolicLink(Target.Resolve(process), Path.Resolve(process));
}

/// <summary>Binds a variable to a name that was never used before.</summary>
/// <param name="Variable">Its name.</param>
public sealed record FreshNameStep(string Variable) : Step
{
    internal override ValueTask<Errno> Perform(RecipeProcess process)
    {
        process.Bind(Variable, process.Host.FreshName());
        return ValueTask.FromResult(Errno.Ok);
    }
}

/// <summary>fstat(2) or stat(2), to name something after an inode number: one of handle and path is given.</summary>
/// <param name="Handle">Of an earlier open, or null.</param>
/// <param name="Path">A file, or null.</param>
/// <param name="Variable">Bound to the number in decimal digits.</param>
public sealed record InodeStep(string? Handle, PathTemplate? Path, string Variable) : Step
{
    internal override async ValueTask<Errno> Perform(RecipeProcess process)
    {
        Result<Handle> file = Handle is null ? World.Handle.WorkingDirectory : process.Find(Handle);
        if (!file.IsOk)
            return file.Errno;
        Result<FileStatus> status = Path is null
            ? await process.Files.StatHandle(file.Value)
            : await process.Files.Stat(Path.Resolve(process));
        if (status.IsOk)
            process.Bind(Variable, FilePath.Of($"{status.Value.Inode}"));
        return status.Errno;
    }
}
