using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Kernel.Files;

/// <summary>What the processes of one host share: mounts, locks, write-back failures, and the faults to come.</summary>
public sealed class HostFiles
{
    private readonly List<OpenFile> locked = [];
    private readonly List<WriteBackFailure> failures = [];

    /// <summary>The files of a host.</summary>
    /// <param name="mounts">What is mounted where.</param>
    /// <param name="choices">Who decides.</param>
    /// <param name="faults">What may go wrong; shared with whoever fingerprints it.</param>
    public HostFiles(MountTable mounts, IChoices choices, FaultBudget faults)
    {
        Mounts = mounts;
        Choices = choices;
        Faults = faults;
    }

    /// <summary>What is mounted where.</summary>
    public MountTable Mounts { get; private set; }

    /// <summary>Who decides.</summary>
    public IChoices Choices { get; set; }

    /// <summary>What may still go wrong.</summary>
    public FaultBudget Faults { get; }

    /// <summary>What a failed fsync does.</summary>
    public FsyncFailure FsyncFailure { get; set; }

    /// <summary>True where close writes back and replies can be lost: NFS.</summary>
    public bool Network { get; set; }

    /// <summary>Names of sync points that do nothing and answer Ok: ablation.</summary>
    public IReadOnlyList<string> WithoutSyncs { get; set; } = [];

    /// <summary>True once write-back of some file has failed.</summary>
    internal bool HasFailed => failures.Count > 0;

    internal PathCache Paths { get; } = new();

    /// <summary>A new boot: no locks, no failures remembered. Processes are reset by their owner.</summary>
    /// <param name="mounts">What is mounted now.</param>
    public void Reset(MountTable mounts)
    {
        Mounts = mounts;
        locked.Clear();
        failures.Clear();
    }

    internal bool LeavesOut(string point)
    {
        for (int i = 0; i < WithoutSyncs.Count; i++)
        {
            if (WithoutSyncs[i] == point)
                return true;
        }

        return false;
    }

    /// <summary>flock(2): a held lock of another mode is given up before the new one is tried, and stays lost when
    /// that fails.</summary>
    internal Errno Lock(OpenFile file, LockMode mode)
    {
        if (file.Lock == mode)
            return Errno.Ok;
        Unlock(file);
        if (mode == LockMode.Unlocked)
            return Errno.Ok;
        foreach (OpenFile other in locked)
        {
            bool both = mode == LockMode.Shared && other.Lock == LockMode.Shared;
            if (other.Inode == file.Inode && !both)
                return Errno.EAGAIN;
        }

        file.Lock = mode;
        locked.Add(file);
        return Errno.Ok;
    }

    internal bool IsLockedElsewhere(OpenFile file) =>
        locked.Exists(other => other != file && other.Inode == file.Inode && other.Lock == LockMode.Exclusive);

    internal void Unlock(OpenFile file)
    {
        if (file.Lock == LockMode.Unlocked)
            return;
        file.Lock = LockMode.Unlocked;
        locked.Remove(file);
    }

    /// <summary>Failures that a new open file need not report: those that somebody has seen.</summary>
    internal int FailuresSeen(Inode inode)
    {
        foreach (WriteBackFailure failure in failures)
        {
            if (failure.Inode == inode)
                return failure.Seen ? failure.Count : failure.Count - 1;
        }

        return 0;
    }

    internal void Fail(Inode inode)
    {
        WriteBackFailure? failure = Failure(inode);
        if (failure is null)
            failures.Add(failure = new WriteBackFailure { Inode = inode });
        failure.Count++;
        failure.Seen = false;
    }

    /// <summary>True once for each open file after a failure.</summary>
    internal bool ReportsFailure(OpenFile file)
    {
        if (failures.Count == 0 || Failure(file.Inode) is not { } failure || failure.Count == file.FailuresSeen)
            return false;
        file.FailuresSeen = failure.Count;
        failure.Seen = true;
        return true;
    }

    private WriteBackFailure? Failure(Inode inode)
    {
        foreach (WriteBackFailure failure in failures)
        {
            if (failure.Inode == inode)
                return failure;
        }

        return null;
    }

    /// <summary>The kernel's error counter of an inode (errseq_t).</summary>
    private sealed class WriteBackFailure
    {
        internal required Inode Inode { get; init; }

        internal int Count { get; set; }

        internal bool Seen { get; set; }
    }
}
