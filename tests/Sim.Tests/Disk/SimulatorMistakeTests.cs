using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Kernel.Files;
using Xunit;

namespace TwoDoors.Sim.Tests.Disk;

/// <summary>Ten mistakes that simulated disks were found with, each of which hides lost files.</summary>
/// <remarks>Origin: a public audit of a deterministic simulator, and the sources of other simulated disks.</remarks>
public sealed class SimulatorMistakeTests
{
    private readonly Rig rig = new("posix-min", ("/S/old", "text"));

    [Fact]
    public void Mistake1_DataAlwaysSurvives_DoesNot()
    {
        rig.Put("/A/x", "data");
        rig.SyncDirectory("/A");
        Assert.Contains("/A/x= /S/old=text", rig.Crashes());
    }

    [Fact]
    public void Mistake2_UnlinkIsDurableAtOnce_IsNot()
    {
        rig.Unlink("/S/old");
        Assert.Equal(["", "/S/old=text"], rig.Crashes());
    }

    [Fact]
    public void Mistake3_DirectoryFsyncCannotFail_Can()
    {
        FileCalls process = Process("einval-fsync-directory");
        Handle directory = process.Open("/S"u8, OpenFlags.Directory).Value;
        rig.Unlink("/S/old");
        Assert.Equal(Errno.EINVAL, process.Sync(directory, "S"));
        Assert.Contains("/S/old=text", rig.Crashes());
    }

    [Fact]
    public void Mistake4_FsyncRetriedAfterFailureSucceeds_DoesNot()
    {
        Inode file = rig.Find("/S/old")!;
        rig.Write(file, "TEXT");
        file.Volume.FailSync(file);
        rig.Sync(file);
        Assert.Equal(["/S/old=TEXT", "/S/old=text"], rig.Crashes());
        rig.Write(file, "more");
        rig.Sync(file);
        Assert.Equal(["/S/old=more"], rig.Crashes());
    }

    [Fact]
    public void Mistake5_WritesAreWhole_AreNot()
    {
        rig.Put("/A/x", new string('d', 1024));
        rig.SyncDirectory("/A");
        Assert.Contains("/A/x=0000..1024..dddd /S/old=text", rig.Crashes());
        Assert.Contains("/A/x=dddd..1024..0000 /S/old=text", rig.Crashes());
    }

    [Fact]
    public void Mistake6_TruncateIsDurableAtOnce_IsNot()
    {
        rig.Cut(rig.Find("/S/old")!);
        Assert.Contains("/S/old=text", rig.Crashes());
        Assert.Contains("/S/old=", rig.Crashes());
    }

    [Fact]
    public void Mistake7_MakingADirectoryIsDurableAtOnce_IsNot()
    {
        rig.Create("/S/new", FileKind.Directory);
        rig.Put("/S/new/x", "data");
        rig.Sync(rig.Find("/S/new/x")!);
        rig.SyncDirectory("/S/new");
        Assert.Equal(["/S/new/ /S/new/x=data /S/old=text", "/S/old=text"], rig.Crashes());
    }

    [Fact]
    public void Mistake8_DescriptorsOutliveACrash_DoNot()
    {
        FileCalls process = Process("eio-read");
        Handle file = process.Open("/S/old"u8, OpenFlags.WriteOnly).Value;
        rig.Disk.Load(rig.Start);
        process.Reset();
        Assert.Equal(Errno.EBADF, process.Write(file, Rig.Bytes("late")).Errno);
        Assert.Equal(["/S/old=text"], rig.Crashes());
    }

    [Fact]
    public void Mistake9_OneOutcomePerCrash_AllSubsets()
    {
        rig.Create("/A/x");
        rig.Create("/B/y");
        Assert.Equal(
            ["/A/x= /B/y= /S/old=text", "/A/x= /S/old=text", "/B/y= /S/old=text", "/S/old=text"], rig.Crashes());
    }

    [Fact]
    public void Mistake10_NamesInTheRootAreExempt_AreNot()
    {
        rig.Create("/top");
        Assert.Equal(["/S/old=text", "/S/old=text /top="], rig.Crashes());
    }

    private FileCalls Process(string fault)
    {
        FaultBudget faults = new();
        faults.Set([KeyValuePair.Create(fault, 1)]);
        MountTable mounts = new([.. rig.Disk.Volumes.Select(volume => new Mount(volume.Path, volume))]);
        return new FileCalls(new HostFiles(mounts, new LastAnswer(), faults));
    }

    /// <summary>Faults come whenever they may: they are the last answer.</summary>
    private sealed class LastAnswer : IChoices
    {
        public int Pick(string question, IReadOnlyList<string> answers) => answers.Count - 1;
    }
}
