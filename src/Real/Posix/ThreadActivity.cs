using System.Runtime.ExceptionServices;
using TwoDoors.Model.World;
using TwoDoors.Real.Linux;

namespace TwoDoors.Real.Posix;

/// <summary>An activity on a thread of its own, with a working directory and umask of its own.</summary>
internal sealed class ThreadActivity : IActivity
{
    private readonly Thread thread;
    private ExceptionDispatchInfo? failure;

    /// <summary>Starts the body.</summary>
    public ThreadActivity(string name, Func<ValueTask> body)
    {
        thread = new Thread(() => Run(body)) { Name = name, IsBackground = true };
        thread.Start();
    }

    /// <inheritdoc/>
    /// <remarks>Blocks the caller's thread. What the body threw is thrown here.</remarks>
    public ValueTask Join()
    {
        thread.Join();
        failure?.Throw();
        return ValueTask.CompletedTask;
    }

    // The thread is the boundary: an exception that left it would end the process without its message.
    private void Run(Func<ValueTask> body)
    {
        try
        {
            if (Libc.Unshare(Bits.CloneFileSystemView) < 0)
                throw new InvalidOperationException($"unshare(CLONE_FS): {LastErrno.Of("unshare")}");
            ValueTask ended = body();
            if (!ended.IsCompleted)
                throw new InvalidOperationException("A step waited for something outside its host's ports.");
            ended.GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            failure = ExceptionDispatchInfo.Capture(exception);
        }
    }
}
