using System.Diagnostics;
using TwoDoors.Model.Spool;
using TwoDoors.Real.Posix;
using Xunit;

namespace TwoDoors.Real.Tests.Crashes;

/// <summary>Power cuts of a real file system under a real copy: what is met must be what the profile allows.</summary>
public sealed class PowerCutTests
{
    private static readonly PowerCutKeeps[] Cuts = Enum.GetValues<PowerCutKeeps>();

    public static TheoryData<string> Kinds => ["ext4", "xfs"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Copy_PowerLostAtEveryPoint_LosesAndDoublesNothing(string kind)
    {
        using LoopImage image = new(kind);
        bool changesWereLost = false;
        foreach (string point in KillTests.CopyPoints.Select(row => row.Data))
        {
            foreach (PowerCutKeeps keeps in Cuts)
            {
                SpoolDirectories spool = image.Spool(2);
                Daemon.RunChild($"TWODOORSD_KILL_AT={point}", ["spool", "copy", .. spool.Route]);
                string before = NameHistory.Seen(spool);
                image.LosePower(keeps);
                changesWereLost |= NameHistory.Seen(spool) != before;

                MustBeAllowedAndRecover(spool, point, keeps);
            }
        }

        Assert.True(changesWereLost, "no cut lost anything: the power was never cut");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Recovery_PowerLostAtEveryPoint_LosesAndDoublesNothing(string kind)
    {
        using LoopImage image = new(kind);
        foreach ((string point, string copyPoint) in KillTests.RecoveryPoints.Select(row => row.Data))
        {
            foreach (PowerCutKeeps keeps in point == nameof(F1Point.TornIntentDropped) ? [] : Cuts)
            {
                SpoolDirectories spool = image.Spool(2);
                Daemon.RunChild($"TWODOORSD_KILL_AT={copyPoint}", ["spool", "copy", .. spool.Route]);
                Daemon.RunChild($"TWODOORSD_KILL_AT={point}", spool.Recovery);
                image.LosePower(keeps);

                MustBeAllowedAndRecover(spool, point, keeps);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Watch_PowerLostAtRandomTimes_LosesAndDoublesNothing(string kind)
    {
        using LoopImage image = new(kind);
        foreach ((int round, TimeSpan instant) in Sooner.Instants(seed: 1994, count: 6).Index())
        {
            SpoolDirectories spool = image.Spool(24);
            using Process child = Daemon.Start("", ["spool", "watch", .. spool.Route, "--once", "--batch", "3"]);
            Sooner.When(() => child.HasExited || SpoolDirectories.Names(spool.A).Length > 0);
            Thread.Sleep(instant);
            image.CutOff(Cuts[round % Cuts.Length]);
            Assert.InRange(Daemon.End(child).Code, 0, 3);
            image.Remount();

            spool.Recover();
            spool.MustBeAllOrNothing();
            spool.MustEndWithEachDeliveredOnce();
        }
    }

    /// <summary>xfs answers Ok to the fsync of a directory whose changes its shutdown has dropped (xfs_dir_fsync of
    /// Linux 6.18 does not ask whether it is shut down, that of files does), and EIO to the unlink after it: so
    /// nothing is published there either.</summary>
    [Theory]
    [InlineData("ext4", 3, "fsync(S) commit: EIO: the device failed")]
    [InlineData("xfs", 1, "unlink: EIO: the device failed")]
    public void Copy_CommitCannotBeWritten_StopsTheQueue(string kind, int code, string says)
    {
        using LoopImage image = new(kind);
        SpoolDirectories spool = image.Spool(2);
        using Process child = Daemon.Start(
            $"TWODOORSD_STOP_AT={nameof(F1Point.SourcesUnlinked)}",
            ["spool", "copy", .. spool.Route]);
        Sooner.When(() => File.ReadAllText($"/proc/{child.Id}/stat").Split(')')[^1].StartsWith(" T", default));
        image.CutOff(PowerCutKeeps.Nothing);
        using Process signal = Process.Start("/bin/kill", ["-CONT", $"{child.Id}"]);
        Ran ran = Daemon.End(child);

        Assert.True(ran.Code == code, $"{ran.Code}: {ran.Error}");
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
        Assert.Equal(code == 3, ran.Error.Contains("the queue is stopped", StringComparison.Ordinal));
        image.Remount();
        spool.Recover();
        spool.MustBeAllOrNothing();
        spool.MustEndWithEachDeliveredOnce();
    }

    /// <summary>The broken twin: were these tests blind, the protocol as its author wrote it would pass them.</summary>
    [Fact]
    public void AsWritten_PowerLostOnExt4_DoublesAMessage()
    {
        using LoopImage image = new("ext4");
        int broken = 0;
        foreach (string point in Enum.GetNames<AsWrittenPoint>())
        {
            SpoolDirectories spool = image.Spool(1, "as-written");
            Daemon.RunChild($"TWODOORSD_KILL_AT={point}", ["spool", "copy", .. spool.Route]);
            image.LosePower(PowerCutKeeps.Nothing);
            spool.Recover();
            spool.Deliver();
            broken += Record.Exception(spool.MustEndWithEachDeliveredOnce) is null ? 0 : 1;
        }

        Assert.NotEqual(0, broken);
    }

    private static void MustBeAllowedAndRecover(SpoolDirectories spool, string point, PowerCutKeeps keeps)
    {
        string seen = NameHistory.Seen(spool);
        bool allowed = NameHistory.At(point).Allows(seen, allIsKept: keeps != PowerCutKeeps.Nothing);
        Assert.True(allowed, $"after {point}, keeping {keeps}: {seen}");
        spool.Recover();
        spool.MustBeAllOrNothing();
        spool.MustEndWithEachDeliveredOnce();
    }
}
