using TwoDoors.Real.Posix.Scripts;
using Xunit;

namespace TwoDoors.Conformance.Tests.Scripts;

/// <summary>A temporary directory for the real arm of a test class.</summary>
public sealed class RealRoot : IAsyncLifetime
{
    /// <summary>Where it is.</summary>
    internal string Folder { get; } = Directory.CreateTempSubdirectory("twodoors-conformance-").FullName;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => await WarmUp.Run();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
