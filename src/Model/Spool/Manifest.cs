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
    List<QueueIdentity> Queues,
    List<Message> Messages)
{
    /// <summary>Where it is.</summary>
    public FilePath Path => Spool / SpoolName.Manifest(Stem);

    private static ReadOnlySpan<byte> Magic => "2DSPOOL1"u8;

    /// <summary>The manifest in bytes, null if a crash has torn it: then none of its copies was ever made.</summary>
    public static Manifest? Decode(ReadOnlySpan<byte> bytes)
    {
        if (!Sealed.Open(Magic, bytes, out SealedFields fields, out int used) || used != bytes.Length)
            return null;
        FilePath stem = FilePath.Of(fields.Next());
        FilePath spool = FilePath.Of(fields.Next());
        List<QueueIdentity> queues = [];
        for (long left = fields.NextNumber(); left > 0; left--)
            queues.Add(new(FilePath.Of(fields.Next()), fields.NextNumber(), (int)fields.NextNumber()));
        List<Message> messages = [];
        while (!fields.IsEnd)
            messages.Add(Message.ReadFrom(ref fields));
        return new Manifest(stem, spool, queues, messages);
    }

    /// <summary>As it is written.</summary>
    public byte[] Encode()
    {
        SealWriter fields = new(stackalloc byte[512]);
        fields.Add(Stem.Bytes);
        fields.Add(Spool.Bytes);
        fields.Add(Queues.Count);
        foreach (QueueIdentity queue in Queues)
        {
            fields.Add(queue.Path.Bytes);
            fields.Add(queue.Inode);
            fields.Add(queue.FileSystemClass);
        }

        foreach (Message message in Messages)
            message.WriteTo(ref fields);
        return fields.Seal(Magic);
    }
}
