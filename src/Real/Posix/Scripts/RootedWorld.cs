using TwoDoors.Model.Script;
using TwoDoors.Model.World;
using TwoDoors.Real.Linux;

namespace TwoDoors.Real.Posix.Scripts;

/// <summary>The world of one script on this kernel: a fresh directory, which its processes take for the root.</summary>
/// <remarks>Needs root, for chroot(2) and for other users. To be disposed: that removes the directory.</remarks>
public sealed class RootedWorld : IScriptWorld, IDisposable
{
    private const int Everybody = 0x1ff;

    private readonly PosixFileSystem files = new();
    private readonly SortedDictionary<int, SortedSet<uint>> groupsOfUsers = [];
    private readonly List<RootedProcess> processes = [];
    private readonly FilePath root;

    /// <summary>Makes the directory.</summary>
    /// <param name="root">A free name.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    public RootedWorld(FilePath root)
    {
        this.root = root;
        Errno errno = Ended.Answer(files.MakeDirectory(root, Everybody));

        // The umask of this process has nothing to do with the script.
        errno = errno == Errno.Ok ? Ended.Answer(files.ChangeMode(root, Everybody)) : errno;
        if (errno != Errno.Ok)
            throw new IOException($"{root}: mkdir: {errno}");
    }

    /// <summary>True where the process may do what a script needs.</summary>
    public static bool IsAllowed => Libc.EffectiveUser() == 0;

    /// <inheritdoc/>
    public IScriptProcess Start(int userId, int groupId)
    {
        RootedProcess process = new(root, userId, groupId);
        process.Join(GroupsOf(userId));
        processes.Add(process);
        return process;
    }

    /// <inheritdoc/>
    public void AddToGroup(int userId, int groupId)
    {
        if (!groupsOfUsers.TryGetValue(userId, out SortedSet<uint>? groups))
            groupsOfUsers.Add(userId, groups = []);
        groups.Add((uint)groupId);
        foreach (RootedProcess process in processes)
        {
            if (process.UserId == userId && !process.HasEnded)
                process.Join(GroupsOf(userId));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (RootedProcess process in processes)
            process.Dispose();
        TreeRemoval.Remove(files, root);
    }

    private uint[] GroupsOf(int userId) =>
        groupsOfUsers.TryGetValue(userId, out SortedSet<uint>? groups) ? [.. groups] : [];
}
