using System.Runtime.InteropServices;

namespace TwoDoors.Real.Linux;

/// <summary>The calls on devices.</summary>
internal static partial class Libc
{
    /// <summary>ioctl(2) with a pointer to a number.</summary>
    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    internal static partial int Control(int file, nuint request, in uint argument);
}
