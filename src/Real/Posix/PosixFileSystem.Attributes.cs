using TwoDoors.Model.World;
using TwoDoors.Real.Linux;

namespace TwoDoors.Real.Posix;

/// <content>The attributes and the locks.</content>
public sealed partial class PosixFileSystem
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <inheritdoc/>
    public ValueTask<Result<FileStatus>> Stat(FilePath path, Handle at = default) => Status(path, at, 0);

    /// <inheritdoc/>
    public ValueTask<Result<FileStatus>> LinkStat(FilePath path, Handle at = default) =>
        Status(path, at, Bits.LookAtLink);

    /// <inheritdoc/>
    public ValueTask<Result<FileStatus>> StatHandle(Handle file) => Status(default, file, Bits.EmptyPath);

    /// <inheritdoc/>
    public ValueTask<Errno> ChangeMode(FilePath path, int mode, Handle at = default)
    {
        ReadOnlySpan<byte> native = NativePath.Of(path, stackalloc byte[NativePath.RoomBytes]);
        return Answer(Libc.ChangeModeAt(at.Number, native, (uint)mode, 0), "fchmodat");
    }

    /// <inheritdoc/>
    public ValueTask<Errno> ChangeModeHandle(Handle file, int mode) =>
        Answer(Libc.ChangeMode(file.Number, (uint)mode), "fchmod");

    /// <inheritdoc/>
    public ValueTask<Errno> ChangeOwner(FilePath path, int userId, int groupId, Handle at = default)
    {
        ReadOnlySpan<byte> native = NativePath.Of(path, stackalloc byte[NativePath.RoomBytes]);
        return Answer(Libc.ChangeOwnerAt(at.Number, native, userId, groupId, 0), "fchownat");
    }

    /// <inheritdoc/>
    public ValueTask<Errno> SetModified(FilePath path, long modifiedNanoseconds, Handle at = default)
    {
        ReadOnlySpan<byte> native = NativePath.Of(path, stackalloc byte[NativePath.RoomBytes]);
        (long seconds, long rest) = Math.DivRem(modifiedNanoseconds, NanosecondsPerSecond);
        if (rest < 0)
            (seconds, rest) = (seconds - 1, rest + NanosecondsPerSecond);
        ReadOnlySpan<TimeRecord> times =
        [
            new TimeRecord { Nanoseconds = Bits.OmitTime },
            new TimeRecord { Seconds = seconds, Nanoseconds = rest },
        ];
        return Answer(Libc.SetTimesAt(at.Number, native, times, 0), "utimensat");
    }

    /// <inheritdoc/>
    public ValueTask<Errno> TruncatePath(FilePath path, long lengthBytes)
    {
        ReadOnlySpan<byte> native = NativePath.Of(path, stackalloc byte[NativePath.RoomBytes]);
        int result;
        do
            result = Libc.TruncatePath(native, lengthBytes);
        while (Interrupted(result, "truncate"));
        return Answer(result, "truncate");
    }

    /// <inheritdoc/>
    public ValueTask<Result<FileSystemStatus>> StatFileSystem(FilePath path)
    {
        Result<FileStatus> file = Read(path, Handle.WorkingDirectory, 0);
        if (!file.IsOk)
            return new(file.Errno);
        ReadOnlySpan<byte> native = NativePath.Of(path, stackalloc byte[NativePath.RoomBytes]);
        if (Libc.FileSystemStatus(native, out FileSystemRecord record) < 0)
            return new(LastErrno.Of("statfs"));
        long free = record.FreeBlocks > long.MaxValue ? long.MaxValue : (long)record.FreeBlocks;
        return new(new FileSystemStatus(file.Value.FileSystem, record.BlockBytes, free));
    }

    /// <inheritdoc/>
    public ValueTask<Errno> Lock(Handle file, LockMode mode)
    {
        int operation = Bits.LockNoWait | mode switch
        {
            LockMode.Shared => Bits.LockShared,
            LockMode.Exclusive => Bits.LockExclusive,
            LockMode.Unlocked => Bits.LockNone,
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "No such mode."),
        };
        int result;
        do
            result = Libc.Lock(file.Number, operation);
        while (Interrupted(result, "flock"));
        return Answer(result, "flock");
    }

    private static ValueTask<Result<FileStatus>> Status(FilePath path, Handle at, int flags) =>
        new(Read(path, at, flags));

    private static Result<FileStatus> Read(FilePath path, Handle at, int flags)
    {
        ReadOnlySpan<byte> native = NativePath.Of(path, stackalloc byte[NativePath.RoomBytes]);
        int result = Libc.Status(at.Number, native, flags, Bits.BasicStatus, out StatusRecord record);
        return result >= 0 ? StatusReading.Of(record) : LastErrno.Of("statx");
    }
}
