using System.Runtime.InteropServices;
using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>A directory as it can be recognised after a reboot.</summary>
/// <param name="Path">Where it is to be found.</param>
/// <param name="Inode">Its number, which outlives a mount; a bare mount point has another.</param>
/// <param name="FileSystemClass">0 when it shares the spool's file system, else the place of its file system among
/// those of the other queues: device numbers are given anew at every mount, but who shares one with whom
/// stays.</param>
internal sealed record QueueIdentity(FilePath Path, long Inode, int FileSystemClass);

/// <summary>The intent of a batch, durable before any of its copies exists: which messages go into which queues under
/// which names.</summary>
/// <param name="Stem">Nonce and tag: names this manifest and its copies.</param>
/// <param name="Spool">The directory S.</param>
/// <param name="Queues">The destinations.</param>
/// <param name="Messages">From the spool; the index of a copy is the place here, from 1.</param>
internal sealed record Manifest(
    FilePath Stem,
    FilePath Spool,
    IReadOnlyList<QueueIdentity> Queues,
    IReadOnlyList<Message> Messages)
{
    /// <summary>Where it is.</summary>
    public FilePath Path => Spool / SpoolName.Manifest(Stem);

    private static ReadOnlySpan<byte> Magic => "2DSPOOL1"u8;

    /// <summary>The manifest in bytes, null if a crash has torn it: then none of its copies was ever made.</summary>
    public static Manifest? Decode(ReadOnlySpan<byte> bytes)
    {
        List<byte[]>? fields = Sealed.Open(Magic, bytes, out int used);
        if (fields is null || used != bytes.Length)
            return null;
        int queues = (int)Sealed.Number(fields[2]);
        List<QueueIdentity> identities = [];
        for (int i = 3; i < 3 + (3 * queues); i += 3)
            identities.Add(Queue(fields[i], fields[i + 1], fields[i + 2]));
        List<Message> messages = [];
        for (int i = 3 + (3 * queues); i < fields.Count; i += Message.FieldCount)
            messages.Add(Message.FromFields(CollectionsMarshal.AsSpan(fields).Slice(i, Message.FieldCount)));
        return new Manifest(FilePath.Of(fields[0]), FilePath.Of(fields[1]), identities, messages);
    }

    /// <summary>As it is written.</summary>
    public byte[] Encode()
    {
        List<byte[]> fields = [Stem.Bytes.ToArray(), Spool.Bytes.ToArray(), Sealed.Number(Queues.Count)];
        foreach (QueueIdentity queue in Queues)
            fields.AddRange(Fields(queue));
        fields.AddRange(Messages.SelectMany(message => message.ToFields()));
        return Sealed.Seal(Magic, fields);
    }

    private static QueueIdentity Queue(byte[] path, byte[] inode, byte[] fileSystemClass) =>
        new(FilePath.Of(path), Sealed.Number(inode), (int)Sealed.Number(fileSystemClass));

    private static byte[][] Fields(QueueIdentity queue) =>
        [queue.Path.Bytes.ToArray(), Sealed.Number(queue.Inode), Sealed.Number(queue.FileSystemClass)];
}
