using TwoDoors.Model.World;
using TwoDoors.Real.Linux;

namespace TwoDoors.Real.Posix;

/// <summary>The files of this process. Every call has ended when it returns.</summary>
/// <remarks>
/// <para>EINTR: open, read, write, truncate and flock are called again, because nothing was done and .NET's own signals
/// are no concern of a protocol. close answers Ok, because Linux has closed the file by then. The answer of
/// an fsync is handed on whatever it is: whether it may be called again is for the protocol to say.</para>
/// <para>Not safe for use by two threads at once; each forked activity gets its own.</para>
/// </remarks>
public sealed partial class PosixFileSystem : IFileSystem
{
    private readonly SortedDictionary<int, DirectoryStream> streams = [];

    /// <summary>The streams of open directories; the caller's descriptor is their only key.</summary>
    private DirectoryStream StreamOf(Handle directory)
    {
        if (!streams.TryGetValue(directory.Number, out DirectoryStream? stream))
        {
            stream = new DirectoryStream(directory.Number);
            streams.Add(directory.Number, stream);
        }

        return stream;
    }

    private static ValueTask<Errno> Answer(int result, string call) =>
        new(result >= 0 ? Errno.Ok : LastErrno.Of(call));

    private static ValueTask<Result<int>> Count(nint result, string call) =>
        new(result >= 0 ? (int)result : (Result<int>)LastErrno.Of(call));

    /// <summary>Whether to make the call once more.</summary>
    private static bool Interrupted(nint result, string call) => result < 0 && LastErrno.Of(call) == Errno.EINTR;
}
