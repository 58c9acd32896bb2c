using System.Runtime.InteropServices;

namespace TwoDoors.Real.Linux;

/// <summary>The calls on attributes.</summary>
internal static partial class Libc
{
    /// <summary>statx(2): its structure is the same on every architecture, that of stat(2) is not.</summary>
    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true)]
    internal static partial int Status(
        int directory,
        ReadOnlySpan<byte> path,
        int flags,
        uint mask,
        out StatusRecord status);

    /// <summary>statfs(2).</summary>
    [LibraryImport("libc", EntryPoint = "statfs", SetLastError = true)]
    internal static partial int FileSystemStatus(ReadOnlySpan<byte> path, out FileSystemRecord status);

    /// <summary>fchmodat(2).</summary>
    [LibraryImport("libc", EntryPoint = "fchmodat", SetLastError = true)]
    internal static partial int ChangeModeAt(int directory, ReadOnlySpan<byte> path, uint mode, int flags);

    /// <summary>fchmod(2).</summary>
    [LibraryImport("libc", EntryPoint = "fchmod", SetLastError = true)]
    internal static partial int ChangeMode(int file, uint mode);

    /// <summary>fchownat(2).</summary>
    [LibraryImport("libc", EntryPoint = "fchownat", SetLastError = true)]
    internal static partial int ChangeOwnerAt(
        int directory,
        ReadOnlySpan<byte> path,
        int userId,
        int groupId,
        int flags);

    /// <summary>utimensat(2).</summary>
    /// <param name="times">Access, then modification.</param>
    [LibraryImport("libc", EntryPoint = "utimensat", SetLastError = true)]
    internal static partial int SetTimesAt(
        int directory,
        ReadOnlySpan<byte> path,
        ReadOnlySpan<TimeRecord> times,
        int flags);

    /// <summary>truncate(2).</summary>
    [LibraryImport("libc", EntryPoint = "truncate", SetLastError = true)]
    internal static partial int TruncatePath(ReadOnlySpan<byte> path, long lengthBytes);
}
