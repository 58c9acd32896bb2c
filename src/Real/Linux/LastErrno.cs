using System.Runtime.InteropServices;
using TwoDoors.Model.World;

namespace TwoDoors.Real.Linux;

/// <summary>Why the latest call of this thread failed.</summary>
internal static class LastErrno
{
    /// <summary>The errno. To be asked before any other call is made.</summary>
    /// <param name="call">For the message.</param>
    /// <exception cref="UnexpectedErrnoException">No manual page promised this number.</exception>
    public static Errno Of(string call)
    {
        int number = Marshal.GetLastPInvokeError();
        Errno errno = (Errno)number;
        return errno != Errno.Ok && Enum.IsDefined(errno) ? errno : throw new UnexpectedErrnoException(call, number);
    }
}

/// <summary>A call failed with a number outside <see cref="Errno"/>: a gap in the model, to be closed there.</summary>
/// <param name="call">As the manual names it.</param>
/// <param name="number">What errno held.</param>
public sealed class UnexpectedErrnoException(string call, int number) : Exception(
    $"{call} failed with errno {number}, which the Errno of the model does not know: add it there with its meaning, or "
    + "look for a seccomp filter or a FUSE server that makes up its own.");
