using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>A way to move messages from a spool into several queues at once.</summary>
/// <remarks>A message is a regular file of the spool that is complete and durable, such as one that was renamed into
/// it after its fsync; names that begin with a dot are not looked at. Stateless: one object serves many
/// spools.</remarks>
public interface ISpoolProtocol
{
    /// <summary>Finishes or takes back what a crash interrupted. To be called before anything else after a
    /// start.</summary>
    ValueTask<SpoolOutcome> Recover(IHost host, SpoolOptions options);

    /// <summary>The messages that wait in the spool, in byte order.</summary>
    ValueTask<Result<IReadOnlyList<FilePath>>> Waiting(IHost host, SpoolOptions options);

    /// <summary>Copies messages into every destination and removes them from the spool.</summary>
    /// <param name="host">Where.</param>
    /// <param name="options">The spool.</param>
    /// <param name="messages">Names in the spool.</param>
    ValueTask<SpoolOutcome> Copy(IHost host, SpoolOptions options, IReadOnlyList<FilePath> messages);

    /// <summary>The consumer: hands every visible message of a queue to the outside and removes it.</summary>
    /// <param name="host">Where.</param>
    /// <param name="options">The spool that fed the queue.</param>
    /// <param name="queue">One of the destinations.</param>
    ValueTask<SpoolOutcome> Deliver(IHost host, SpoolOptions options, FilePath queue);
}
