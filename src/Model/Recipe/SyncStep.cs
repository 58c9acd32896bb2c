using TwoDoors.Model.World;

namespace TwoDoors.Model.Recipe;

/// <summary>Which call makes things durable.</summary>
public enum SyncKind
{
    /// <summary>fsync(2).</summary>
    All,

    /// <summary>fdatasync(2).</summary>
    Data,

    /// <summary>syncfs(2).</summary>
    FileSystem,
}

/// <summary>Makes something durable: one of handle and path is given; a path is opened for it and closed.</summary>
/// <param name="Kind">By which call.</param>
/// <param name="Handle">Of an earlier open, or null.</param>
/// <param name="Path">A file or directory, or null.</param>
/// <param name="Directory">True where the path must be a directory.</param>
/// <param name="Point">The name of this sync: traces and ablation cite it.</param>
public sealed record SyncStep(SyncKind Kind, string? Handle, PathTemplate? Path, bool Directory, string Point) : Step
{
    internal override async ValueTask<Errno> Perform(RecipeProcess process)
    {
        if (Path is not null)
        {
            OpenFlags flags = Directory ? OpenFlags.Directory : OpenFlags.ReadOnly;
            return await process.With(Path.Resolve(process), flags, file => Sync(process.Files, file));
        }

        Result<Handle> handle = process.Find(Handle!);
        return handle.IsOk ? await Sync(process.Files, handle.Value) : handle.Errno;
    }

    private ValueTask<Errno> Sync(IFileSystem files, Handle file) => Kind switch
    {
        SyncKind.All => files.Sync(file, Point),
        SyncKind.Data => files.SyncData(file, Point),
        _ => files.SyncFileSystem(file, Point),
    };
}
