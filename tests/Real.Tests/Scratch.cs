using System.Diagnostics;

namespace TwoDoors.Real.Tests;

/// <summary>A directory of its own for one test.</summary>
public sealed class Scratch : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("twodoors-").FullName;

    /// <summary>A path in it.</summary>
    public string this[string name] => Path.Combine(Root, name);

    /// <summary>Makes a directory in it.</summary>
    public string Make(string name) => Directory.CreateDirectory(this[name]).FullName;

    /// <inheritdoc/>
    /// <remarks>By rm(1): Directory.Delete cannot remove names that are no text.</remarks>
    public void Dispose()
    {
        using Process remover = Process.Start("/bin/rm", ["-rf", Root]);
        remover.WaitForExit();
    }
}
