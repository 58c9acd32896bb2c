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
    /// <summary>How many fields <see cref="ToFields"/> makes.</summary>
    public const int FieldCount = 4;

    /// <summary>The message that a file of the spool is.</summary>
    public static Message Of(FilePath name, FileStatus status) =>
        new(name, status.Inode, status.ModifiedNanoseconds, status.LengthBytes);

    /// <summary>The message that <see cref="ToFields"/> wrote.</summary>
    public static Message FromFields(ReadOnlySpan<byte[]> fields) => new(
        FilePath.Of(fields[0]),
        Sealed.Number(fields[1]),
        Sealed.Number(fields[2]),
        Sealed.Number(fields[3]));

    /// <summary>As it is written into a manifest or a header.</summary>
    public IEnumerable<byte[]> ToFields() =>
    [
        Name.Bytes.ToArray(),
        Sealed.Number(Inode),
        Sealed.Number(ModifiedNanoseconds),
        Sealed.Number(LengthBytes),
    ];
}
