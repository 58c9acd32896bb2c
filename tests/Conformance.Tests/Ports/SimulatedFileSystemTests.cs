using TwoDoors.Model.World;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Conformance.Tests.Ports;

/// <summary>The simulated arm.</summary>
public sealed class SimulatedFileSystemTests : FileSystemTests
{
    /// <inheritdoc/>
    protected override IFileSystem Files { get; } = DirectFileSystem.Fresh();

    /// <inheritdoc/>
    protected override FilePath Root => "/";
}
