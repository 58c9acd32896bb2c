using TwoDoors.Model.Script;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Kernel.Files;

/// <summary>A simulated world for one script: one file system, nothing goes wrong, nobody crashes.</summary>
public sealed class SimScriptWorld : IScriptWorld
{
    private const int FirstUmask = 0x12;
    private const int RootMode = 0x1FF;

    private readonly HostFiles host;
    private readonly SortedDictionary<int, List<int>> groups = [];

    /// <summary>An empty world.</summary>
    public SimScriptWorld()
    {
        Volume volume = new(1);
        volume.SetAttributes(volume.Root, RootMode, 0, 0, 0);
        host = new HostFiles(new MountTable([new Mount("/"u8, volume)]), new QuietChoices(), new FaultBudget());
    }

    /// <inheritdoc/>
    public IScriptProcess Start(int userId, int groupId)
    {
        FileCalls calls = new(host) { Umask = FirstUmask };
        calls.Become(userId, groupId, GroupsOf(userId));
        return new Running(calls);
    }

    /// <inheritdoc/>
    public void AddToGroup(int userId, int groupId) => GroupsOf(userId).Add(groupId);

    private List<int> GroupsOf(int userId)
    {
        if (!groups.TryGetValue(userId, out List<int>? known))
            groups.Add(userId, known = []);
        return known;
    }

    private sealed class Running(FileCalls calls) : IScriptProcess
    {
        public Model.World.IFileSystem Files { get; } = new DirectFileSystem(calls);

        public int SetUmask(int mask)
        {
            int former = calls.Umask;
            calls.Umask = mask;
            return former;
        }

        public void End() => calls.Exit();
    }
}
