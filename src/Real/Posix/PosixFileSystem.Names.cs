using TwoDoors.Model.World;
using TwoDoors.Real.Linux;

namespace TwoDoors.Real.Posix;

/// <content>The names.</content>
public sealed partial class PosixFileSystem
{
    private const int LinkTargetBytesMax = 4096;

    /// <inheritdoc/>
    public ValueTask<Errno> MakeDirectory(FilePath path, int mode, Handle at = default)
    {
        ReadOnlySpan<byte> native = NativePath.Of(path, stackalloc byte[NativePath.RoomBytes]);
        return Answer(Libc.MakeDirectoryAt(at.Number, native, (uint)mode), "mkdirat");
    }

    /// <inheritdoc/>
    public ValueTask<Errno> RemoveDirectory(FilePath path, Handle at = default)
    {
        ReadOnlySpan<byte> native = NativePath.Of(path, stackalloc byte[NativePath.RoomBytes]);
        return Answer(Libc.UnlinkAt(at.Number, native, Bits.RemoveDirectory), "rmdir");
    }

    /// <inheritdoc/>
    public ValueTask<Errno> Unlink(FilePath path, Handle at = default)
    {
        ReadOnlySpan<byte> native = NativePath.Of(path, stackalloc byte[NativePath.RoomBytes]);
        return Answer(Libc.UnlinkAt(at.Number, native, 0), "unlinkat");
    }

    /// <inheritdoc/>
    public ValueTask<Errno> Rename(FilePath from, FilePath to, RenameMode mode = RenameMode.Replace)
    {
        ReadOnlySpan<byte> nativeFrom = NativePath.Of(from, stackalloc byte[NativePath.RoomBytes]);
        ReadOnlySpan<byte> nativeTo = NativePath.Of(to, stackalloc byte[NativePath.RoomBytes]);
        uint flags = mode switch
        {
            RenameMode.Replace => 0,
            RenameMode.NoReplace => Bits.NoReplace,
            RenameMode.Exchange => Bits.Exchange,
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "No such mode."),
        };
        int here = Handle.WorkingDirectory.Number;
        return Answer(Libc.RenameAt(here, nativeFrom, here, nativeTo, flags), "renameat2");
    }

    /// <inheritdoc/>
    public ValueTask<Errno> Link(FilePath existing, FilePath path)
    {
        ReadOnlySpan<byte> nativeExisting = NativePath.Of(existing, stackalloc byte[NativePath.RoomBytes]);
        ReadOnlySpan<byte> native = NativePath.Of(path, stackalloc byte[NativePath.RoomBytes]);
        int here = Handle.WorkingDirectory.Number;
        return Answer(Libc.LinkAt(here, nativeExisting, here, native, 0), "linkat");
    }

    /// <inheritdoc/>
    public ValueTask<Errno> SymbolicLink(FilePath target, FilePath path, Handle at = default)
    {
        ReadOnlySpan<byte> nativeTarget = NativePath.Of(target, stackalloc byte[NativePath.RoomBytes]);
        ReadOnlySpan<byte> native = NativePath.Of(path, stackalloc byte[NativePath.RoomBytes]);
        return Answer(Libc.SymbolicLinkAt(nativeTarget, at.Number, native), "symlinkat");
    }

    /// <inheritdoc/>
    public ValueTask<Result<FilePath>> ReadLink(FilePath path, Handle at = default)
    {
        ReadOnlySpan<byte> native = NativePath.Of(path, stackalloc byte[NativePath.RoomBytes]);
        Span<byte> target = stackalloc byte[LinkTargetBytesMax];
        nint count = Libc.ReadLinkAt(at.Number, native, target, LinkTargetBytesMax);
        return new(count >= 0 ? FilePath.Of(target[..(int)count]) : (Result<FilePath>)LastErrno.Of("readlinkat"));
    }

    /// <inheritdoc/>
    public ValueTask<Result<DirectoryEntry?>> ReadDirectory(Handle directory) => new(StreamOf(directory).Next());

    /// <inheritdoc/>
    /// <remarks>A handle that is no directory can be rewound, too, as far as lseek(2) goes; it is asked what it is
    /// first.</remarks>
    public ValueTask<Errno> RewindDirectory(Handle directory) => new(StreamOf(directory).Rewind());

    /// <inheritdoc/>
    /// <remarks>Of the whole process, or of this thread if it has unshared its view (a forked activity has).</remarks>
    public ValueTask<Errno> ChangeDirectory(FilePath path)
    {
        ReadOnlySpan<byte> native = NativePath.Of(path, stackalloc byte[NativePath.RoomBytes]);
        return Answer(Libc.ChangeDirectory(native), "chdir");
    }
}
