using TwoDoors.Model.Claims;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Kernel;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Explore;

/// <summary>A subject with one machine to run it on: what every strategy, replay and minimisation works with. It
/// belongs to one thread.</summary>
internal sealed class Laboratory
{
    private readonly WorldView view;
    private readonly MountTable mounts;

    public Laboratory(Subject subject)
        : this(subject, SimDisk.Build(subject.Mounts, Options(subject)))
    {
    }

    /// <summary>Another machine for a subject whose disks at the start were built before.</summary>
    public Laboratory(Subject subject, DiskImage image)
    {
        Subject = subject;
        Disk = new SimDisk(Options(subject));
        Disk.Load(image);
        mounts = new MountTable([.. Disk.Volumes.Select(volume => new Mount(volume.Path, volume))]);
        FaultBudget faults = new();
        faults.Set(subject.Faults);
        Kernel = new HostFiles(mounts, new QuietChoices(), faults)
        {
            WithoutSyncs = subject.WithoutSyncs,
            Network = Disk.Options.Profile.Network,
            FsyncFailure = Disk.Options.FsyncFailure,
        };
        Machine = new Machine(subject.Boot, subject.Reboot ?? subject.Boot, Disk, Kernel)
        {
            Patience = subject.ConvergesWithin,
        };
        Claims = new ClaimChecker(subject.Properties);
        view = new WorldView(new ReadOnlyView(Kernel));
        Start = new WorldState(
            image,
            subject.NewLedger(),
            FaultsLeft(),
            AfterCrash: subject.Reboot is null);
    }

    /// <summary>What is explored.</summary>
    public Subject Subject { get; }

    /// <summary>The storage of the host.</summary>
    public SimDisk Disk { get; }

    /// <summary>Open files, locks and faults.</summary>
    public HostFiles Kernel { get; }

    /// <summary>The host.</summary>
    public Machine Machine { get; }

    /// <summary>The claims.</summary>
    public ClaimChecker Claims { get; }

    /// <summary>The world before the first boot.</summary>
    public WorldState Start { get; }

    /// <summary>The world of the running machine.</summary>
    public WorldView Live => ViewOf(Machine.Ledger);

    /// <summary>The loaded disk with another ledger.</summary>
    public WorldView ViewOf(ILedger ledger)
    {
        view.Ledger = ledger;
        return view;
    }

    /// <summary>Puts a state on the machine: power is off, nothing runs.</summary>
    public void Load(WorldState state)
    {
        LoadImage(state.Image);
        Kernel.Faults.Set(state.Faults);
    }

    /// <summary>Puts other disks on the machine; the same faults may still come.</summary>
    public void LoadImage(DiskImage image)
    {
        Disk.Load(image);
        Kernel.Reset(mounts);
    }

    /// <summary>A copy of what may still fail.</summary>
    public FaultBudget FaultsLeft()
    {
        FaultBudget left = new();
        left.Set(Kernel.Faults);
        return left;
    }

    private static DiskOptions Options(Subject subject) => new(
        DiskProfile.Named(subject.Profile).MountedWith(subject.MountOptions),
        subject.SectorBytes,
        subject.WholeWrites,
        subject.ReuseInodes,
        subject.IgnoreInodeNumbers,
        subject.FsyncFailure switch
        {
            "ext4-ordered" => FsyncFailure.Ext4Ordered,
            "ext4-data" => FsyncFailure.Ext4Data,
            "xfs" => FsyncFailure.Xfs,
            "btrfs" => FsyncFailure.Btrfs,
            _ => throw new ArgumentException(
                $"no fsync failure '{subject.FsyncFailure}'; there are ext4-ordered, ext4-data, xfs, btrfs",
                nameof(subject)),
        });
}
