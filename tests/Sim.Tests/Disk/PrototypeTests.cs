using TwoDoors.Sim.Disk;
using Xunit;

namespace TwoDoors.Sim.Tests.Disk;

/// <summary>The first boot of the seed's protocol, call by call, against an independent model.</summary>
public sealed class PrototypeTests
{
    /// <summary>Distinct disks over all crash points of one boot.</summary>
    /// <remarks>Origin: the Python prototype, crash_states() after one boot, without its outside counters; its
    /// posix-min+atren is posix-min here, and its posix-min is posix-min-alice.</remarks>
    [Theory]
    [InlineData("posix-min", false, 140)]
    [InlineData("posix-min-alice", false, 200)]
    [InlineData("ext4-ordered", false, 49)]
    [InlineData("xfs", false, 49)]
    [InlineData("ext3-ordered", false, 15)]
    [InlineData("data-journal", false, 15)]
    [InlineData("btrfs", false, 133)]
    [InlineData("posix-min", true, 62)]
    [InlineData("posix-min-alice", true, 82)]
    [InlineData("ext4-ordered", true, 21)]
    [InlineData("ext3-ordered", true, 15)]
    [InlineData("btrfs", true, 46)]
    public void Enumeration_SeedProtocol_MeetsThePrototypesStates(string profile, bool generous, int expected)
    {
        Rig rig = Rig.Whole(profile, ("/S/s", "MSG"));
        Collector found = new();
        Run(rig, generous, () => rig.Disk.EnumerateAll(1_000_000, found));
        Assert.Equal(expected, found.Images.Select(image => image.Fingerprint).Distinct().Count());
        Assert.Equal(0, found.Differing);
        Assert.Equal(expected, found.Images.Select(rig.Show).Distinct().Count());
    }

    [Theory]
    [InlineData("posix-min")]
    [InlineData("posix-min-alice")]
    [InlineData("ext4-ordered")]
    [InlineData("btrfs")]
    public void Enumeration_OfNewAtomsOnly_MeetsTheSameStates(string profile)
    {
        Rig rig = Rig.Whole(profile, ("/S/s", "MSG"));
        Collector all = new();
        Collector fresh = new();
        fresh.IsNew(rig.Start.Fingerprint, 0);
        int seen = 0;
        Run(rig, generous: false, () =>
        {
            rig.Disk.EnumerateAll(1_000_000, all);
            rig.Disk.Enumerate(seen, 1_000_000, fresh);
            seen = rig.Disk.AtomCount;
        });
        Assert.Equal(all.Met.Count, fresh.Met.Count);
        Assert.True(fresh.Met.SetEquals(all.Met));
        Assert.True(fresh.Calls < all.Calls);
    }

    internal static void Run(Rig rig, bool generous, Action crashPoint)
    {
        crashPoint();
        Inode manifest = rig.Create("/S/t");
        crashPoint();
        rig.Write(manifest, "MAN");
        crashPoint();
        if (generous)
            rig.Sync(manifest);
        rig.Rename("/S/t", "/S/m");
        crashPoint();
        Inode first = Copy(rig, "/A/d", crashPoint);
        Inode second = Copy(rig, "/B/d", crashPoint);
        rig.Sync(first);
        crashPoint();
        rig.Sync(second);
        crashPoint();
        rig.Unlink("/S/s");
        crashPoint();
        rig.Unlink("/S/m");
        crashPoint();
        foreach (string queue in new[] { "/A", "/B" })
        {
            rig.Unlink(queue + "/d");
            crashPoint();
            rig.SyncDirectory(queue);
            crashPoint();
        }
    }

    private static Inode Copy(Rig rig, string path, Action crashPoint)
    {
        Inode file = rig.Create(path);
        crashPoint();
        rig.Write(file, "MSG");
        crashPoint();
        return file;
    }
}
