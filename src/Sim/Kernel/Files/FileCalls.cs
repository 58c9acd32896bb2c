using TwoDoors.Model.Claims;
using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Kernel.Files;

/// <summary>The file calls of one simulated process, done at once. The methods are those of
/// <see cref="IFileSystem"/>, and so are their errnos.</summary>
/// <remarks>Errnos come in the order in which Linux looks. Source: the manual pages cited by the ports;
/// POSIX.1-2024; fs/namei.c, fs/open.c and fs/attr.c of Linux 6.18 for the order.</remarks>
public sealed partial class FileCalls
{
    private const int FirstDescriptor = 3;
    private const int DescriptorsMax = 1024;
    private const int SetUserId = 0x800;
    private const int SetGroupId = 0x400;
    private const int GroupExecute = 0x8;
    private const int AllBits = 0xFFF;

    private readonly HostFiles host;
    private readonly Stack<OpenFile> spare = new();
    private OpenFile?[] table = new OpenFile?[8];
    private Permissions user = new();
    private Inode workingDirectory;
    private int umask;

    /// <summary>A process of root with umask 0 whose working directory is "/".</summary>
    public FileCalls(HostFiles host)
    {
        this.host = host;
        workingDirectory = host.Mounts.Root.Root;
    }

    /// <summary>The bits that new files do not get.</summary>
    public int Umask
    {
        get => umask;
        set => umask = value & 0x1FF;
    }

    /// <summary>Who the process is.</summary>
    public int UserId => user.UserId;

    /// <summary>How many descriptors are open.</summary>
    public int OpenCount { get; private set; }

    /// <summary>The open files that it has locked.</summary>
    internal IEnumerable<OpenFile> Locked => table.OfType<OpenFile>().Where(file => file.Lock != LockMode.Unlocked);

    /// <summary>What the kernel knows of this process and no answer has told: two processes that got the same answers
    /// can go on alike only if this is equal too.</summary>
    internal Fingerprint Untold { get; private set; }

    /// <summary>From now on the process is this user. The groups may grow later.</summary>
    public void Become(int userId, int groupId, IReadOnlyList<int> groups) =>
        user = new Permissions { UserId = userId, GroupId = groupId, Groups = groups };

    /// <summary>A new process after the host lost power: nothing is open, and nothing was closed.</summary>
    public void Reset()
    {
        for (int i = 0; OpenCount > 0; i++)
        {
            if (table[i] is { } file)
                Forget(i, file);
        }

        workingDirectory = host.Mounts.Root.Root;
        umask = 0;
        user = new();
        Untold = default;
    }

    /// <summary>True for an open descriptor.</summary>
    internal bool IsOpen(Handle file) => Find(file) is not null;

    /// <summary>True while another open file holds the exclusive lock of this one's inode.</summary>
    internal bool IsLockedElsewhere(Handle file) => Find(file) is { } open && host.IsLockedElsewhere(open);

    /// <summary>The process ends, or is killed: the kernel closes what it left open.</summary>
    public void Exit()
    {
        for (int i = 0; OpenCount > 0; i++)
        {
            if (table[i] is { } file)
                Release(i, file);
        }
    }

    /// <summary>The path that a handle was opened by; "?" where it is not open.</summary>
    internal FilePath PathOf(Handle file) =>
        file == Handle.WorkingDirectory ? "."u8 : Find(file)?.ShownPath ?? "?"u8;

    private OpenFile? Find(Handle handle)
    {
        int index = handle.Number - FirstDescriptor;
        return (uint)index < (uint)table.Length ? table[index] : null;
    }

    private Handle Install(Inode inode, OpenFlags flags, FilePath path, Handle at)
    {
        int index = 0;
        while (index < table.Length && table[index] is not null)
            index++;
        if (index == table.Length)
            Array.Resize(ref table, index * 2);

        OpenFile file = spare.TryPop(out OpenFile? used) ? used : new OpenFile { Inode = inode, Flags = flags };
        file.Inode = inode;
        file.Flags = flags;
        file.Path = path;
        file.Base = at == Handle.WorkingDirectory ? default(FilePath?) : PathOf(at);
        file.Position = 0;
        file.Streaming = false;
        file.FailuresSeen = host.FailuresSeen(inode);
        if (file.FailuresSeen > 0)
            Untold = Untold.Add(file.FailuresSeen);
        table[index] = file;
        OpenCount++;
        return new Handle(index + FirstDescriptor);
    }

    private void Release(int index, OpenFile file)
    {
        host.Unlock(file);
        Inode inode = file.Inode;
        bool wrote = file.CanWrite;
        Forget(index, file);
        if (wrote)
            inode.Volume.Closed(inode);
    }

    private void Forget(int index, OpenFile file)
    {
        file.Lock = LockMode.Unlocked;
        table[index] = null;
        OpenCount--;
        spare.Push(file);
    }

    /// <summary>Where a path that is relative to a handle starts. Linux looks at the handle only for a relative
    /// path that is neither empty nor too long.</summary>
    private Errno Start(ParsedPath path, Handle at, out Inode start)
    {
        start = workingDirectory;
        if (path.Error != Errno.Ok)
            return path.Error;
        if (path.Absolute || at == Handle.WorkingDirectory)
            return Errno.Ok;
        if (Find(at) is not { } file)
            return Errno.EBADF;
        start = file.Inode;
        return start.Kind == FileKind.Directory ? Errno.Ok : Errno.ENOTDIR;
    }

    private Errno Resolve(FilePath path, Handle at, bool follow, out Inode found)
    {
        ParsedPath parsed = host.Paths.Get(path);
        Errno error = Start(parsed, at, out found);
        if (error != Errno.Ok)
            return error;
        PathWalk walk = new(host, user);
        return walk.Full(parsed, found, follow, out found);
    }

    private Errno ResolveParent(FilePath path, Handle at, out PathEnd end)
    {
        ParsedPath parsed = host.Paths.Get(path);
        Errno error = Start(parsed, at, out Inode start);
        if (error != Errno.Ok)
        {
            end = default;
            return error;
        }

        PathWalk walk = new(host, user);
        return walk.Parent(parsed, start, out end);
    }

    private Errno LookUp(in PathEnd end, out Inode? found)
    {
        PathWalk walk = new(host, user);
        return walk.Last(end, out found);
    }

    /// <summary>True for a directory that was removed while somebody is still in it.</summary>
    private static bool IsDead(Inode directory) => directory.Links == 0;

    private static int Bit(FaultKind kind) => FaultQuestions.Bit(kind);

    /// <summary>True where a fault of one of these kinds may still happen: only then is a call put into
    /// words.</summary>
    private bool MayFail(int eligible) => (host.Faults.Open & eligible) != 0;

    /// <summary>Asks for a fault where one of these kinds may still happen.</summary>
    private int Fault(int eligible, in PendingCall call)
    {
        if (!MayFail(eligible))
            return FaultQuestions.None;
        int fault = FaultQuestions.Ask(host.Faults, host.Choices, eligible, call.Describe(this));
        Untold = Untold.Add(fault);
        return fault;
    }

    private void Begin(DirectoryStream stream, OpenFile open)
    {
        stream.Begin(open.Inode);
        open.Streaming = true;
        Untold = stream.AddTo(Untold);
    }

    private static Errno Answer(int fault) => fault switch
    {
        (int)FaultKind.Enospc => Errno.ENOSPC,
        (int)FaultKind.Edquot => Errno.EDQUOT,
        FaultQuestions.None or (int)FaultKind.LostReply => Errno.Ok,
        (int)FaultKind.EinvalFsyncDirectory => Errno.EINVAL,
        _ => Errno.EIO,
    };
}
