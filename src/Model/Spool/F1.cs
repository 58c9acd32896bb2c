using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>Manifest-gated visibility: no copy exists before its manifest is durable, none can be seen before its
/// source is durably gone.</summary>
internal sealed class F1 : ISpoolProtocol
{
    /// <inheritdoc/>
    public ValueTask<SpoolOutcome> Recover(IHost host, SpoolOptions options) => F1Recovery.Run(host, options);

    /// <inheritdoc/>
    public ValueTask<Result<IReadOnlyList<FilePath>>> Waiting(IHost host, SpoolOptions options) =>
        Queued.List(host, options.Spool, Queued.IsMessage);

    /// <inheritdoc/>
    public ValueTask<SpoolOutcome> Copy(IHost host, SpoolOptions options, IReadOnlyList<FilePath> messages) =>
        new F1Copy(host, options).Run(messages);

    /// <inheritdoc/>
    public ValueTask<SpoolOutcome> Deliver(IHost host, SpoolOptions options, FilePath queue) =>
        new Consumer(host, options, queue, name => CandidateOf(options, name)).Run();

    private static Candidate? CandidateOf(SpoolOptions options, FilePath name) =>
        SpoolName.Parse(name) is { Prefix: (byte)'d' } copy && copy.IsOf(options.Spool)
            ? new Candidate(Gate: options.Spool / SpoolName.Manifest(copy.Stem), Subject: null)
            : null;
}
