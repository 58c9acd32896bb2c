using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <summary>Knows the real directory behind a name.</summary>
public interface IModule
{
    /// <summary>Where the real directory of a base is, made or not.</summary>
    FilePath PathOf(FilePath baseName);

    /// <summary>The real directory of a base, made if it has to be.</summary>
    /// <returns>Its path, strictly below the module's own directory; ENOENT where there is no such base, else what a
    /// call answered. A directory is there whole or not at all, whatever crashes.</returns>
    ValueTask<Result<FilePath>> Prepare(IMachine host, FilePath baseName);
}
