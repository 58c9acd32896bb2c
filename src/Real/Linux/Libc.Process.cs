using System.Runtime.InteropServices;

namespace TwoDoors.Real.Linux;

/// <summary>The calls on this process and this thread.</summary>
internal static partial class Libc
{
    /// <summary>getpid(2).</summary>
    [LibraryImport("libc", EntryPoint = "getpid")]
    internal static partial int ProcessNumber();

    /// <summary>geteuid(2).</summary>
    [LibraryImport("libc", EntryPoint = "geteuid")]
    internal static partial uint EffectiveUser();

    /// <summary>kill(2).</summary>
    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    internal static partial int Kill(int process, int signal);

    /// <summary>umask(2): of this thread, once it has unshared CLONE_FS.</summary>
    [LibraryImport("libc", EntryPoint = "umask")]
    internal static partial uint SetUmask(uint mask);

    /// <summary>unshare(2).</summary>
    [LibraryImport("libc", EntryPoint = "unshare", SetLastError = true)]
    internal static partial int Unshare(int flags);

    /// <summary>chroot(2).</summary>
    [LibraryImport("libc", EntryPoint = "chroot", SetLastError = true)]
    internal static partial int ChangeRoot(ReadOnlySpan<byte> path);

    /// <summary>syscall(2), for calls that libc's own wrappers would make in every thread of the process.</summary>
    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    internal static partial nint SystemCall(nint number, nint first, nint second, nint third);

    /// <summary>syscall(2) with an array of group numbers.</summary>
    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    internal static partial nint SystemCall(nint number, nint count, ReadOnlySpan<uint> groups);
}
