using System.Runtime.InteropServices;

namespace TwoDoors.Real.Linux;

/// <summary>The calls on names.</summary>
internal static partial class Libc
{
    /// <summary>mkdirat(2).</summary>
    [LibraryImport("libc", EntryPoint = "mkdirat", SetLastError = true)]
    internal static partial int MakeDirectoryAt(int directory, ReadOnlySpan<byte> path, uint mode);

    /// <summary>unlinkat(2).</summary>
    [LibraryImport("libc", EntryPoint = "unlinkat", SetLastError = true)]
    internal static partial int UnlinkAt(int directory, ReadOnlySpan<byte> path, int flags);

    /// <summary>renameat2(2).</summary>
    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true)]
    internal static partial int RenameAt(
        int fromDirectory,
        ReadOnlySpan<byte> from,
        int toDirectory,
        ReadOnlySpan<byte> to,
        uint flags);

    /// <summary>linkat(2).</summary>
    [LibraryImport("libc", EntryPoint = "linkat", SetLastError = true)]
    internal static partial int LinkAt(
        int fromDirectory,
        ReadOnlySpan<byte> from,
        int toDirectory,
        ReadOnlySpan<byte> to,
        int flags);

    /// <summary>symlinkat(2).</summary>
    [LibraryImport("libc", EntryPoint = "symlinkat", SetLastError = true)]
    internal static partial int SymbolicLinkAt(ReadOnlySpan<byte> target, int directory, ReadOnlySpan<byte> path);

    /// <summary>readlinkat(2).</summary>
    [LibraryImport("libc", EntryPoint = "readlinkat", SetLastError = true)]
    internal static partial nint ReadLinkAt(
        int directory,
        ReadOnlySpan<byte> path,
        Span<byte> buffer,
        nuint lengthBytes);

    /// <summary>chdir(2).</summary>
    [LibraryImport("libc", EntryPoint = "chdir", SetLastError = true)]
    internal static partial int ChangeDirectory(ReadOnlySpan<byte> path);
}
