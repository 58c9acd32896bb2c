using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Kernel.Files;
using Xunit;

namespace TwoDoors.Sim.Tests.Kernel.Files;

public sealed class FaultTests
{
    private readonly Eager world = new();
    private readonly FaultBudget budget = new();
    private readonly HostFiles host;
    private readonly FileCalls files;

    public FaultTests()
    {
        MountTable mounts = new([new Mount("/", new Volume(1)), new Mount("/A", new Volume(2))]);
        host = new HostFiles(mounts, world, budget);
        files = new FileCalls(host);
    }

    [Fact]
    public void Open_NoSpaceLeft_MakesNothingAndSpendsTheFault()
    {
        budget.Set(FaultKind.Enospc, 1);

        Assert.Equal(Errno.ENOSPC, files.Open("/f", OpenFlags.Create).Errno);

        Assert.Equal(Errno.ENOENT, files.Stat("/f").Errno);
        Assert.Equal(0, budget.Left(FaultKind.Enospc));
        Assert.Equal(["fault open /f read+create"], world.Asked);
    }

    [Fact]
    public void Write_ShortWrite_TakesHalf()
    {
        Handle file = files.Open("/f", OpenFlags.Create | OpenFlags.WriteOnly).Value;
        budget.Set(FaultKind.ShortWrite, 1);

        Assert.Equal(3, files.Write(file, "12345"u8.ToArray()).Value);
        Assert.Equal(2, files.Write(file, "45"u8.ToArray()).Value);
    }

    [Fact]
    public void Unlink_LostReply_IsDoneAndSaysENOENT()
    {
        // Postfix, NFS_README: a repeated request finds its own work done.
        host.Network = true;
        files.Open("/f", OpenFlags.Create);
        budget.Set(FaultKind.LostReply, 1);

        Assert.Equal(Errno.ENOENT, files.Unlink("/f"));
        Assert.Equal(Errno.ENOENT, files.Stat("/f").Errno);
    }

    [Fact]
    public void Sync_Failed_IsReportedOnceToEachOpenFile()
    {
        // Rebello et al., ATC 2020, section 2: an error is reported once per descriptor.
        Handle first = files.Open("/f", OpenFlags.Create | OpenFlags.WriteOnly).Value;
        Handle second = files.Open("/f", OpenFlags.WriteOnly).Value;
        budget.Set(FaultKind.EioFsync, 1);

        Assert.Equal(Errno.EIO, files.Sync(first, "p"));
        Assert.Equal(Errno.Ok, files.Sync(first, "p"));
        Assert.Equal(Errno.EIO, files.Sync(second, "p"));
        Assert.Equal(Errno.Ok, files.Sync(second, "p"));
    }

    [Fact]
    public void Sync_FailedWithJournalledData_IsReportedByTheNext()
    {
        // Rebello et al., ATC 2020, table 1: ext4 in data mode reports at the next fsync.
        host.FsyncFailure = FsyncFailure.Ext4Data;
        Handle file = files.Open("/f", OpenFlags.Create | OpenFlags.WriteOnly).Value;
        budget.Set(FaultKind.EioFsync, 1);

        Assert.Equal(Errno.Ok, files.Sync(file, "p"));
        Assert.Equal(Errno.EIO, files.Sync(file, "p"));
        Assert.Equal(Errno.Ok, files.Sync(file, "p"));
    }

    [Fact]
    public void Sync_OfADirectoryThatCannot_EINVAL()
    {
        budget.Set(FaultKind.EinvalFsyncDirectory, 1);
        Handle directory = files.Open("/", OpenFlags.Directory).Value;

        Assert.Equal(Errno.EINVAL, files.Sync(directory, "fsync(d)"));
        Assert.Equal(["fault fsync(d) /"], world.Asked);
    }

    [Fact]
    public void Sync_PointLeftOut_CannotFail()
    {
        host.WithoutSyncs = ["fsync(m)"];
        Handle file = files.Open("/f", OpenFlags.Create | OpenFlags.WriteOnly).Value;
        budget.Set(FaultKind.EioFsync, 1);

        Assert.Equal(Errno.Ok, files.Sync(file, "fsync(m)"));
        Assert.Equal(1, budget.Left(FaultKind.EioFsync));
    }

    [Fact]
    public void ReadDirectory_EntryRemovedSince_IsAsked()
    {
        files.Open("/a", OpenFlags.Create);
        files.Open("/b", OpenFlags.Create);
        Handle directory = files.Open("/", OpenFlags.Directory).Value;
        files.ReadDirectory(directory);

        files.Unlink("/b");

        Assert.Equal("b", $"{files.ReadDirectory(directory).Value?.Name}");
        Assert.Equal(["stream b in /"], world.Asked);
    }

    [Fact]
    public void Rename_AcrossMounts_EXDEV()
    {
        files.Open("/f", OpenFlags.Create);

        Assert.Equal(Errno.EXDEV, files.Rename("/f", "/A/f"));
        Assert.Equal(Errno.EXDEV, files.Link("/f", "/A/f"));
        Assert.Equal(Errno.EBUSY, files.RemoveDirectory("/A"));
        Assert.Equal(1, files.Stat("/A/..").Value.FileSystem);
    }

    [Fact]
    public void Exit_WithALock_GivesItUp()
    {
        FileCalls other = new(host);
        files.Lock(files.Open("/f", OpenFlags.Create).Value, LockMode.Exclusive);
        Handle file = other.Open("/f", OpenFlags.ReadOnly).Value;
        Assert.Equal(Errno.EAGAIN, other.Lock(file, LockMode.Exclusive));

        files.Exit();

        Assert.Equal(Errno.Ok, other.Lock(file, LockMode.Exclusive));
    }

    /// <summary>Takes the last answer, and keeps the questions.</summary>
    private sealed class Eager : IChoices
    {
        public List<string> Asked { get; } = [];

        public int Pick(string question, IReadOnlyList<string> answers)
        {
            Asked.Add(question);
            return answers.Count - 1;
        }
    }
}
