using TwoDoors.Model.World;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Kernel;

/// <summary>The file calls of one activity: each asks the driver for its turn, is made in one step, and becomes part
/// of the activity's history.</summary>
/// <remarks>Where the driver lets an activity go on, the call is made at once and its coroutine is not suspended;
/// only a context switch costs an awaiter. That is why every call is written twice.</remarks>
internal sealed partial class SimFileSystem(Machine machine, Activity activity) : IFileSystem
{
    private readonly FileCalls calls = activity.Calls;

    private Errno Done(Errno errno)
    {
        activity.History = activity.History.Add((long)errno);
        Note(errno);
        return errno;
    }

    private Result<Handle> Done(Result<Handle> result)
    {
        activity.History = activity.History.Add((ulong)result.Errno, unchecked((ulong)result.Value.Number));
        Note(result);
        return result;
    }

    private Result<int> Done(Result<int> result)
    {
        activity.History = activity.History.Add((ulong)result.Errno, unchecked((ulong)result.Value));
        Note(result);
        return result;
    }

    private Result<long> Done(Result<long> result)
    {
        activity.History = activity.History.Add((ulong)result.Errno, unchecked((ulong)result.Value));
        Note(result);
        return result;
    }

    private Result<int> DoneRead(Result<int> result, Memory<byte> buffer)
    {
        activity.History = result.IsOk
            ? activity.History.AddBlocks(buffer.Span[..result.Value])
            : activity.History.Add((ulong)result.Errno, 1);
        Note(result);
        return result;
    }

    private Result<FilePath> Done(Result<FilePath> result)
    {
        activity.History = activity.History.Add((long)result.Errno).Add(result.Value.Bytes);
        Note(result);
        return result;
    }

    private Result<DirectoryEntry?> Done(Result<DirectoryEntry?> result)
    {
        activity.History = result.Value is { } entry
            ? activity.History.Absorb((ulong)entry.Kind, unchecked((ulong)entry.Inode)).AddBlocks(entry.Name.Bytes)
            : activity.History.Add((ulong)result.Errno, 2);
        Note(result);
        return result;
    }

    private Result<FileStatus> Done(Result<FileStatus> result)
    {
        FileStatus status = result.Value;
        ulong kind = ((ulong)result.Errno << 32) | ((ulong)status.Kind << 16) | (uint)status.Mode;
        ulong owner = unchecked(((ulong)(uint)status.UserId << 32) | (uint)status.GroupId);
        activity.History = activity.History
            .Absorb(kind, unchecked((ulong)status.Inode))
            .Absorb(owner, unchecked((ulong)status.LengthBytes))
            .Absorb(unchecked((ulong)status.FileSystem), unchecked((ulong)status.Links))
            .Add(unchecked((ulong)status.ModifiedNanoseconds));
        Note(result);
        return result;
    }

    private Result<FileSystemStatus> Done(Result<FileSystemStatus> result)
    {
        activity.History = activity.History.Add((long)result.Errno).Add(result.Value.FileSystem)
            .Add(result.Value.FreeBlocks);
        Note(result);
        return result;
    }

    private void Note<T>(T result)
    {
        if (machine.Recording)
            activity.LastResult = result!.ToString();
        machine.Made(activity);
    }
}
