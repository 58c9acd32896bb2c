using TwoDoors.Model.Claims;
using TwoDoors.Sim.Disk;
using Xunit;

namespace TwoDoors.Sim.Tests.Disk;

/// <summary>What several file systems on one host, reused numbers and failed fsyncs change.</summary>
public sealed class FamilyTests
{
    [Fact]
    public void Order_AcrossFileSystems_DoesNotHold()
    {
        DiskOptions options = new(DiskProfile.Named("ext4-ordered"));
        Rig apart = new(options, ["/A"u8, "/B"u8]);
        apart.Create("/A/x");
        apart.Create("/B/y");
        Assert.Contains("/B/y=", apart.Crashes());
        apart.Sync(apart.Find("/B/y")!);
        Assert.Equal(["/A/x= /B/y=", "/B/y="], apart.Crashes());
    }

    [Fact]
    public void FailedFsync_OnBtrfs_RevertsTheFile()
    {
        Rig rig = new(
            new DiskOptions(DiskProfile.Named("btrfs"), FsyncFailure: FsyncFailure.Btrfs), [], ("/S/f", "old"));
        Inode file = rig.Find("/S/f")!;
        rig.Write(file, "newer");
        file.Volume.FailSync(file);
        byte[] read = new byte[8];
        Assert.Equal(3, file.Volume.Read(file, 0, read));
        Assert.Equal(["/S/f=old"], rig.Crashes());
    }

    [Fact]
    public void ReusedNumber_NewFileSurvives_OldNameDoesNot()
    {
        Rig rig = new(new DiskOptions(DiskProfile.Named("posix-min"), ReuseInodes: true), [], ("/S/f", "old"));
        int number = rig.Find("/S/f")!.Number;
        rig.Unlink("/S/f");
        Assert.Equal(number, rig.Create("/A/g").Number);
        Assert.Equal(["", "/A/g=", "/S/f=old"], rig.Crashes().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PendingFingerprint_IndependentCallsInEitherOrder_IsTheSame()
    {
        Assert.Equal(Pending("posix-min", swap: false), Pending("posix-min", swap: true));
        Assert.NotEqual(Pending("ext4-ordered", swap: false), Pending("ext4-ordered", swap: true));
    }

    [Fact]
    public void Load_AnImage_ForgetsWhatWasPending()
    {
        Rig rig = new("posix-min", ("/S/f", "old"));
        rig.Put("/A/x", "data");
        DiskImage clean = rig.Disk.CleanShutdown();
        rig.Disk.Load(rig.Start);
        Assert.Equal(["/S/f=old"], rig.Crashes());
        rig.Disk.Load(clean);
        Assert.Equal(["/A/x=data /S/f=old"], rig.Crashes());
    }

    private static Fingerprint Pending(string profile, bool swap)
    {
        Rig rig = new(profile);
        for (int i = 0; i < 2; i++)
        {
            bool first = (i == 0) != swap;
            rig.Put(first ? "/A/x" : "/B/y", "data");
        }

        return rig.Disk.PendingFingerprint;
    }
}
