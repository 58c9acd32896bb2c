using System.Buffers.Binary;
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
/// <param name="Messages">Names in the spool; the index of a copy is the place here, from 1.</param>
internal sealed record Manifest(
    FilePath Stem,
    FilePath Spool,
    IReadOnlyList<QueueIdentity> Queues,
    IReadOnlyList<FilePath> Messages)
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
        int queues = (int)Number(fields[2]);
        List<QueueIdentity> identities = [];
        for (int i = 3; i < 3 + (3 * queues); i += 3)
            identities.Add(new(FilePath.Of(fields[i]), Number(fields[i + 1]), (int)Number(fields[i + 2])));
        List<FilePath> messages = [.. fields.Skip(3 + (3 * queues)).Select(name => FilePath.Of(name))];
        return new Manifest(FilePath.Of(fields[0]), FilePath.Of(fields[1]), identities, messages);
    }

    /// <summary>As it is written.</summary>
    public byte[] Encode()
    {
        List<byte[]> fields = [Stem.Bytes.ToArray(), Spool.Bytes.ToArray(), Number(Queues.Count)];
        foreach (QueueIdentity queue in Queues)
            fields.AddRange([queue.Path.Bytes.ToArray(), Number(queue.Inode), Number(queue.FileSystemClass)]);
        fields.AddRange(Messages.Select(name => name.Bytes.ToArray()));
        return Sealed.Seal(Magic, fields);
    }

    private static byte[] Number(long value)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return bytes;
    }

    private static long Number(byte[] field) => BinaryPrimitives.ReadInt64LittleEndian(field);
}
