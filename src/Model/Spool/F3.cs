using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>No manifest: hidden copies name their source, and get their final names once it is durably gone.</summary>
/// <param name="byLink">True is F3L: publish by link and unlink, for file systems whose rename is not atomic.</param>
internal sealed class F3(bool byLink) : ISpoolProtocol
{
    /// <inheritdoc/>
    public ValueTask<SpoolOutcome> Recover(IHost host, SpoolOptions options) =>
        F3Recovery.Run(host, options, byLink);

    /// <inheritdoc/>
    public ValueTask<Result<IReadOnlyList<FilePath>>> Waiting(IHost host, SpoolOptions options) =>
        Queued.List(host, options.Spool, Queued.IsMessage);

    /// <inheritdoc/>
    public ValueTask<SpoolOutcome> Copy(IHost host, SpoolOptions options, IReadOnlyList<FilePath> messages) =>
        new F3Copy(host, options, byLink).Run(messages);

    /// <inheritdoc/>
    public ValueTask<SpoolOutcome> Deliver(IHost host, SpoolOptions options, FilePath queue) =>
        new Consumer(host, options, queue, name => CandidateOf(options, name)).Run();

    private static Candidate? CandidateOf(SpoolOptions options, FilePath name) =>
        SpoolName.Parse(name) is { Prefix: (byte)'q' } copy && copy.IsOf(options.Spool)
            ? new Candidate(Gate: null, Subject: null)
            : null;
}
