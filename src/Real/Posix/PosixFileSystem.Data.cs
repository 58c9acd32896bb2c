using TwoDoors.Model.World;
using TwoDoors.Real.Linux;

namespace TwoDoors.Real.Posix;

/// <content>The bytes of files.</content>
public sealed partial class PosixFileSystem
{
    /// <inheritdoc/>
    public ValueTask<Result<Handle>> Open(FilePath path, OpenFlags flags, int mode = 0, Handle at = default)
    {
        ReadOnlySpan<byte> native = NativePath.Of(path, stackalloc byte[NativePath.RoomBytes]);
        int bits = BitsOf(flags);
        while (true)
        {
            int file = Libc.OpenAt(at.Number, native, bits, (uint)mode);
            if (file >= 0)
                return new(new Handle(file));
            Errno errno = LastErrno.Of("openat");
            if (errno != Errno.EINTR)
                return new(errno);
        }
    }

    /// <inheritdoc/>
    public ValueTask<Errno> Close(Handle file)
    {
        streams.Remove(file.Number);
        int result = Libc.Close(file.Number);
        Errno errno = result >= 0 ? Errno.Ok : LastErrno.Of("close");
        return new(errno == Errno.EINTR ? Errno.Ok : errno);
    }

    /// <inheritdoc/>
    public ValueTask<Result<int>> Read(Handle file, Memory<byte> buffer)
    {
        nint count;
        do
            count = Libc.Read(file.Number, buffer.Span, (nuint)buffer.Length);
        while (Interrupted(count, "read"));
        return Count(count, "read");
    }

    /// <inheritdoc/>
    public ValueTask<Result<int>> ReadAt(Handle file, Memory<byte> buffer, long offset)
    {
        nint count;
        do
            count = Libc.ReadAt(file.Number, buffer.Span, (nuint)buffer.Length, offset);
        while (Interrupted(count, "pread"));
        return Count(count, "pread");
    }

    /// <inheritdoc/>
    public ValueTask<Result<int>> Write(Handle file, ReadOnlyMemory<byte> bytes)
    {
        nint count;
        do
            count = Libc.Write(file.Number, bytes.Span, (nuint)bytes.Length);
        while (Interrupted(count, "write"));
        return Count(count, "write");
    }

    /// <inheritdoc/>
    public ValueTask<Result<int>> WriteAt(Handle file, ReadOnlyMemory<byte> bytes, long offset)
    {
        nint count;
        do
            count = Libc.WriteAt(file.Number, bytes.Span, (nuint)bytes.Length, offset);
        while (Interrupted(count, "pwrite"));
        return Count(count, "pwrite");
    }

    /// <inheritdoc/>
    public ValueTask<Result<long>> Seek(Handle file, long offset, SeekFrom origin)
    {
        // SEEK_SET, SEEK_CUR and SEEK_END are 0, 1 and 2, as in SeekFrom.
        long position = Libc.Seek(file.Number, offset, (int)origin);
        return new(position >= 0 ? position : (Result<long>)LastErrno.Of("lseek"));
    }

    /// <inheritdoc/>
    public ValueTask<Errno> Truncate(Handle file, long lengthBytes)
    {
        int result;
        do
            result = Libc.Truncate(file.Number, lengthBytes);
        while (Interrupted(result, "ftruncate"));
        return Answer(result, "ftruncate");
    }

    /// <inheritdoc/>
    public ValueTask<Errno> Sync(Handle file, string point) => Answer(Libc.Sync(file.Number), point);

    /// <inheritdoc/>
    public ValueTask<Errno> SyncData(Handle file, string point) => Answer(Libc.SyncData(file.Number), point);

    /// <inheritdoc/>
    public ValueTask<Errno> SyncFileSystem(Handle file, string point) =>
        Answer(Libc.SyncFileSystem(file.Number), point);

    private static int BitsOf(OpenFlags flags)
    {
        int bits = Bits.CloseOnExec;
        bits |= flags.HasFlag(OpenFlags.WriteOnly) ? Bits.WriteOnly : 0;
        bits |= flags.HasFlag(OpenFlags.ReadWrite) ? Bits.ReadWrite : 0;
        bits |= flags.HasFlag(OpenFlags.Create) ? Bits.Create : 0;
        bits |= flags.HasFlag(OpenFlags.Exclusive) ? Bits.Exclusive : 0;
        bits |= flags.HasFlag(OpenFlags.Truncate) ? Bits.Truncate : 0;
        bits |= flags.HasFlag(OpenFlags.Append) ? Bits.Append : 0;
        bits |= flags.HasFlag(OpenFlags.Directory) ? OpenBits.Here.Directory : 0;
        bits |= flags.HasFlag(OpenFlags.NoFollow) ? OpenBits.Here.NoFollow : 0;
        bits |= flags.HasFlag(OpenFlags.Sync) ? Bits.Sync : 0;
        bits |= flags.HasFlag(OpenFlags.DataSync) ? Bits.DataSync : 0;
        return bits;
    }
}
