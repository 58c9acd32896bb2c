using System.Buffers.Binary;
using TwoDoors.Model.World;
using TwoDoors.Real.Linux;

namespace TwoDoors.Real.Posix;

/// <summary>The entries of one open directory, fetched a buffer at a time.</summary>
/// <param name="directory">The descriptor, whose position the kernel keeps.</param>
internal sealed class DirectoryStream(int directory)
{
    private readonly byte[] buffer = new byte[1 << 15];
    private int filled;
    private int next;

    /// <summary>The next entry, null at the end.</summary>
    public Result<DirectoryEntry?> Next()
    {
        while (true)
        {
            if (next == filled && Fill() is Errno errno and not Errno.Ok)
                return errno;
            if (filled == 0)
                return default(DirectoryEntry);
            ReadOnlySpan<byte> record = buffer.AsSpan(next, filled - next);
            record = record[..BinaryPrimitives.ReadUInt16LittleEndian(record[DirectoryRecord.LengthOffset..])];
            next += record.Length;
            ReadOnlySpan<byte> name = record[DirectoryRecord.NameOffset..];
            name = name[..name.IndexOf((byte)0)];
            if (name.SequenceEqual("."u8) || name.SequenceEqual(".."u8))
                continue;
            long inode = BinaryPrimitives.ReadInt64LittleEndian(record[DirectoryRecord.InodeOffset..]);
            FilePath path = name;
            return new DirectoryEntry(path, inode, KindOf(record[DirectoryRecord.KindOffset], path));
        }
    }

    /// <summary>Starts again.</summary>
    public Errno Rewind()
    {
        (filled, next) = (0, 0);
        int asked = Libc.Status(directory, [0], Bits.EmptyPath, Bits.BasicStatus, out StatusRecord status);
        if (asked < 0)
            return LastErrno.Of("fstat");
        if ((status.Mode & Bits.KindMask) != Bits.KindDirectory)
            return Errno.ENOTDIR;
        return Libc.Seek(directory, 0, 0) >= 0 ? Errno.Ok : LastErrno.Of("lseek");
    }

    private Errno Fill()
    {
        (filled, next) = (0, 0);
        nint count = Libc.ReadDirectory(directory, buffer, (nuint)buffer.Length);
        if (count < 0)
            return LastErrno.Of("getdents64");
        filled = (int)count;
        return Errno.Ok;
    }

    /// <summary>Some file systems leave the kind out; then it is looked up, and an entry that has gone meanwhile is
    /// shown as one that cannot be a message.</summary>
    private FileKind KindOf(byte kind, FilePath name)
    {
        if (kind == Bits.EntryUnknown)
        {
            ReadOnlySpan<byte> native = NativePath.Of(name, stackalloc byte[NativePath.RoomBytes]);
            int asked = Libc.Status(directory, native, Bits.LookAtLink, Bits.BasicStatus, out StatusRecord status);
            return asked >= 0 ? StatusReading.KindOf(status.Mode) : FileKind.Other;
        }

        return kind switch
        {
            Bits.EntryRegular => FileKind.Regular,
            Bits.EntryDirectory => FileKind.Directory,
            Bits.EntryLink => FileKind.SymbolicLink,
            _ => FileKind.Other,
        };
    }
}
