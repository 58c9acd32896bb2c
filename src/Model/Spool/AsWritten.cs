using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>To be filled in.</summary>
internal sealed class AsWritten(bool flushIsSync) : ISpoolProtocol
{
    /// <inheritdoc/>
    public ValueTask<SpoolOutcome> Recover(IHost host, SpoolOptions options) => throw Missing();

    /// <inheritdoc/>
    public ValueTask<Result<IReadOnlyList<FilePath>>> Waiting(IHost host, SpoolOptions options) => throw Missing();

    /// <inheritdoc/>
    public ValueTask<SpoolOutcome> Copy(IHost host, SpoolOptions options, IReadOnlyList<FilePath> messages) =>
        throw Missing();

    /// <inheritdoc/>
    public ValueTask<SpoolOutcome> Deliver(IHost host, SpoolOptions options, FilePath queue) => throw Missing();

    private InvalidOperationException Missing() => new($"AsWritten is not there yet {flushIsSync}");
}
