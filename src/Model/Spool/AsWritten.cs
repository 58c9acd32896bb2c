using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>The seed's protocol as its author wrote it, from memory: C1 to C6, R1 to R7. It has defects; they are to
/// be found, not to be used.</summary>
/// <param name="flushIsSync">How "flush" in C1.1 is read: true for fsync(2), false for fflush(3), which asks nothing
/// of the disk.</param>
internal sealed class AsWritten(bool flushIsSync) : ISpoolProtocol
{
    /// <inheritdoc/>
    public ValueTask<SpoolOutcome> Recover(IHost host, SpoolOptions options) =>
        new AsWrittenRecovery(host, options.Spool).Run();

    /// <inheritdoc/>
    public ValueTask<Result<IReadOnlyList<FilePath>>> Waiting(IHost host, SpoolOptions options) =>
        Queued.List(host, options.Spool, Queued.IsSeedMessage);

    /// <inheritdoc/>
    public ValueTask<SpoolOutcome> Copy(IHost host, SpoolOptions options, IReadOnlyList<FilePath> messages) =>
        new AsWrittenCopy(host, options, flushIsSync).Run(messages);

    /// <inheritdoc/>
    public ValueTask<SpoolOutcome> Deliver(IHost host, SpoolOptions options, FilePath queue) =>
        new Consumer(host, options, queue, name => CandidateOf(options.Spool, name)).Run(locks: false);

    // The seed has no rule for who may see a dXXX when.
    private static Candidate? CandidateOf(FilePath spool, FilePath name) =>
        name.StartsWith("d"u8) ? new Candidate(Gate: null, SeedNames.Of(spool, name).Source) : null;
}
