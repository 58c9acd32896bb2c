using System.Diagnostics;
using TwoDoors.Model.World;
using TwoDoors.Real.Posix;
using Xunit;

namespace TwoDoors.Conformance.Tests.Ports;

/// <summary>The real arm.</summary>
public sealed class LinuxFileSystemTests : FileSystemTests, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("twodoors-conformance-").FullName;

    /// <summary>Skips every test where there is no such kernel.</summary>
    public LinuxFileSystemTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "the real arm needs Linux");

    /// <inheritdoc/>
    protected override IFileSystem Files { get; } = new PosixFileSystem();

    /// <inheritdoc/>
    protected override FilePath Root => folder;

    /// <inheritdoc/>
    /// <remarks>By rm(1): Directory.Delete cannot remove names that are no text.</remarks>
    public void Dispose()
    {
        using Process remover = Process.Start("/bin/rm", ["-rf", folder]);
        remover.WaitForExit();
    }
}
