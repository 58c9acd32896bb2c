using System.Runtime.ExceptionServices;
using TwoDoors.Model.Script;
using TwoDoors.Model.World;
using TwoDoors.Real.Linux;

namespace TwoDoors.Real.Posix.Scripts;

/// <summary>A thread that is to the kernel what a process is to a script: root directory, working directory, umask and
/// credentials of its own.</summary>
/// <remarks>Credentials are set by bare system calls, because libc would set them in every thread. Nothing may be
/// loaded from the disk on such a thread: it would be looked for below the script's root.</remarks>
internal sealed class RootedProcess : IScriptProcess, IDisposable
{
    private const int FirstUmask = 0x12;
    private const int Same = -1;

    private readonly SemaphoreSlim asked = new(0);
    private readonly SemaphoreSlim answered = new(0);
    private readonly FilePath root;
    private readonly int groupId;
    private readonly Thread thread;
    private Action? work;
    private ExceptionDispatchInfo? failure;

    /// <summary>Starts it.</summary>
    public RootedProcess(FilePath root, int userId, int groupId)
    {
        this.root = root;
        this.groupId = groupId;
        UserId = userId;
        Files = new RootedFiles(this);
        thread = new Thread(Serve) { IsBackground = true, Name = $"script, user {userId}" };
        thread.Start();
        Do(Enter);
    }

    /// <inheritdoc/>
    public IFileSystem Files { get; }

    /// <summary>Its user.</summary>
    public int UserId { get; }

    /// <summary>True after its end.</summary>
    public bool HasEnded { get; private set; }

    /// <inheritdoc/>
    public int SetUmask(int mask) => Do(() => (int)Libc.SetUmask((uint)mask));

    /// <summary>Sets its supplementary groups.</summary>
    public void Join(uint[] groups) => Do(() =>
    {
        // Only root may: the saved user is root for this.
        Must(Libc.SystemCall(CallNumbers.Here.SetUsers, Same, 0, Same), "setresuid");
        Must(Libc.SystemCall(CallNumbers.Here.SetMoreGroups, groups.Length, groups), "setgroups");
        Must(Libc.SystemCall(CallNumbers.Here.SetUsers, Same, UserId, Same), "setresuid");
        return true;
    });

    /// <inheritdoc/>
    public void End()
    {
        if (HasEnded)
            return;
        ((RootedFiles)Files).CloseAll();
        HasEnded = true;
        asked.Release();
        thread.Join();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        End();
        asked.Dispose();
        answered.Dispose();
    }

    /// <summary>Runs a call on the thread.</summary>
    public T Do<T>(Func<T> call)
    {
        T result = default!;
        work = () => result = call();
        asked.Release();
        answered.Wait();
        failure?.Throw();
        return result;
    }

    private static void Must(nint result, string call)
    {
        if (result < 0)
            throw new InvalidOperationException($"{call}: {LastErrno.Of(call)}: is this process root?");
    }

    private bool Enter()
    {
        Must(Libc.Unshare(Bits.CloneFileSystemView), "unshare");
        Must(Libc.ChangeRoot(NativePath.Of(root, stackalloc byte[NativePath.RoomBytes])), "chroot");
        Must(Libc.ChangeDirectory([(byte)'/', 0]), "chdir");
        _ = Libc.SetUmask(FirstUmask);
        Must(Libc.SystemCall(CallNumbers.Here.SetGroups, groupId, groupId, groupId), "setresgid");
        Must(Libc.SystemCall(CallNumbers.Here.SetUsers, UserId, UserId, 0), "setresuid");
        return true;
    }

    private void Serve()
    {
        for (asked.Wait(); !HasEnded; asked.Wait())
        {
            Try(work!);
            answered.Release();
        }
    }

    // The thread is the boundary: the exception is thrown where the call was asked for.
    private void Try(Action action)
    {
        try
        {
            failure = null;
            action();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            failure = ExceptionDispatchInfo.Capture(exception);
        }
    }
}
