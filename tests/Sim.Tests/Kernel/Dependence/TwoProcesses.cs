using TwoDoors.Model.Claims;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Kernel.Files;
using TwoDoors.Sim.Tests.Disk;

namespace TwoDoors.Sim.Tests.Kernel.Dependence;

/// <summary>Two processes on one disk, put into the same random state again and again.</summary>
internal sealed class TwoProcesses
{
    private readonly Rig rig;
    private readonly HostFiles host;
    private readonly FileCalls[] processes;
    private readonly Obstinate world = new();
    private readonly MountTable mounts;
    private readonly string? fault;

    public TwoProcesses(DiskOptions options, string? fault)
    {
        rig = new Rig(options, [], ("/A/x", "old"), ("/A/y", "other"));
        mounts = new MountTable([new Mount("/", rig.Disk.Volumes[0])]);
        this.fault = fault;
        host = new HostFiles(mounts, world, new FaultBudget())
        {
            Network = options.Profile.Network,
            FsyncFailure = options.FsyncFailure,
        };
        processes = [new FileCalls(host), new FileCalls(host)];
    }

    /// <summary>The state after these calls, made by the two in turn.</summary>
    public void Put(IReadOnlyList<RandomCall> calls, int faultAt)
    {
        rig.Disk.Load(rig.Start);
        host.Reset(mounts);
        host.Faults.Set(fault is null ? [] : [new(fault, 2)]);
        processes[0].Reset();
        processes[1].Reset();
        for (int i = 0; i < calls.Count; i++)
        {
            world.Answer = i == faultAt ? 1 : 0;
            calls[i].Run(processes[i & 1]);
        }

        world.Answer = 0;
    }

    /// <summary>What this process may touch by this call.</summary>
    public Footprint Foresee(int process, RandomCall call, bool crashes)
    {
        AccessList touched = new();
        processes[process].Foresee(call.Pending, crashes, touched);
        return touched.ToFootprint();
    }

    /// <summary>Makes the call.</summary>
    /// <param name="process">Whose call it is.</param>
    /// <param name="call">The call.</param>
    /// <param name="answer">What the world answers when it is asked.</param>
    public string Run(int process, RandomCall call, int answer)
    {
        world.Answer = answer;
        return call.Run(processes[process]);
    }

    /// <summary>Everything that calls can find out from now on.</summary>
    public string Files()
    {
        List<string> lines = [.. rig.Disk.DescribeFiles()];
        ReadOnlyView view = new(host);
        foreach (string path in new[] { "/", "/A", "/B", "/A/x", "/A/y", "/B/x", "/A/d", "/A/d/z" })
        {
            if (view.Find(path) is { } inode)
                lines.Add($"{path} {inode.Number} {inode.Mode} {inode.Links}");
        }

        lines.Add($"{host.Faults.Fingerprint()}");
        return string.Join('\n', lines);
    }

    /// <summary>What a search takes for the state, besides the answers.</summary>
    public string Untold() => $"{processes[0].Untold} {processes[1].Untold} {rig.Disk.PendingFingerprint}";

    /// <summary>Everything that a crash now may leave.</summary>
    public HashSet<Fingerprint> Crashes()
    {
        Fingerprints found = new();
        rig.Disk.EnumerateAll(1_000_000, found);
        return found.Met;
    }

    private sealed class Fingerprints : ICutSink
    {
        public HashSet<Fingerprint> Met { get; } = [];

        public bool IsNew(in Fingerprint cut, int lost)
        {
            Met.Add(cut);
            return false;
        }

        public void Take(Cut cut)
        {
        }
    }

    /// <summary>Answers every question alike, as far as it can.</summary>
    private sealed class Obstinate : IChoices
    {
        public int Answer { get; set; }

        public int Pick(string question, IReadOnlyList<string> answers) => Math.Min(Answer, answers.Count - 1);
    }
}
