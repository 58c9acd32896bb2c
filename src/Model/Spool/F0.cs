using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>The seed with the smallest set of corrections: the fsyncs it lacks, a lock, and copies that stay hidden
/// while their manifest exists. It keeps the seed's names, so a name must never be used again, nor by two spools for
/// one queue.</summary>
internal sealed class F0 : ISpoolProtocol
{
    /// <inheritdoc/>
    public ValueTask<SpoolOutcome> Recover(IHost host, SpoolOptions options) =>
        F0Recovery.Run(host, options.Spool);

    /// <inheritdoc/>
    public ValueTask<Result<IReadOnlyList<FilePath>>> Waiting(IHost host, SpoolOptions options) =>
        Queued.List(host, options.Spool, Queued.IsSeedMessage);

    /// <inheritdoc/>
    public ValueTask<SpoolOutcome> Copy(IHost host, SpoolOptions options, IReadOnlyList<FilePath> messages) =>
        new F0Copy(host, options).Run(messages);

    /// <inheritdoc/>
    public ValueTask<SpoolOutcome> Deliver(IHost host, SpoolOptions options, FilePath queue) =>
        new Consumer(host, options, queue, name => CandidateOf(options.Spool, name)).Run();

    private static Candidate? CandidateOf(FilePath spool, FilePath name) =>
        name.StartsWith("d"u8)
            ? new Candidate(SeedNames.Of(spool, name).Manifest, SeedNames.Of(spool, name).Source)
            : null;
}
