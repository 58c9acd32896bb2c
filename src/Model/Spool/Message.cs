using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>A message in the spool. All of it together is its identity: a name alone may be given again, and so may
/// the number of an inode, but not at the time of the old one's last change.</summary>
/// <param name="Name">In the spool.</param>
/// <param name="Inode">Number of its inode.</param>
/// <param name="ModifiedNanoseconds">Its last change.</param>
/// <param name="LengthBytes">Its size.</param>
internal sealed record Message(FilePath Name, long Inode, long ModifiedNanoseconds, long LengthBytes)
{
    /// <summary>The message that a file of the spool is.</summary>
    public static Message Of(FilePath name, FileStatus status) =>
        new(name, status.Inode, status.ModifiedNanoseconds, status.LengthBytes);

    /// <summary>The message that <see cref="WriteTo"/> wrote.</summary>
    public static Message ReadFrom(ref SealedFields fields) =>
        new(FilePath.Of(fields.Next()), fields.NextNumber(), fields.NextNumber(), fields.NextNumber());

    /// <summary>As it is written into a manifest or a header.</summary>
    public void WriteTo(ref SealWriter fields)
    {
        fields.Add(Name.Bytes);
        fields.Add(Inode);
        fields.Add(ModifiedNanoseconds);
        fields.Add(LengthBytes);
    }
}
