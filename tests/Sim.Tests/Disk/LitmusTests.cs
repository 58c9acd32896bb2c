using TwoDoors.Sim.Disk;
using Xunit;

namespace TwoDoors.Sim.Tests.Disk;

/// <summary>Small call sequences, each with an outcome that file systems were caught at or promise against.</summary>
/// <remarks>Origin of what must be allowed: crash images of Linux 6.18 file systems, recorded below a loop device.
/// Origin of what must be forbidden: Pillai et al., OSDI 2014, Table 3d, and the documentation of each file
/// system.</remarks>
public sealed class LitmusTests
{
    private const string Ordered = "ext4-ordered ext4-writeback ext3-ordered data-journal xfs nfs-cto";
    private const string Portable = "posix-min posix-min-alice ext2-like";

    public static TheoryData<string, string, bool> Table()
    {
        TheoryData<string, string, bool> data = [];
        Add(data, nameof(LaterNameWithoutEarlier), Portable + " btrfs", Ordered);
        Add(data, nameof(MovedAndSyncedButNotMoved), Portable, Ordered + " btrfs");
        Add(data, nameof(LinkedAndSyncedButNotLinked), Portable, Ordered + " btrfs");
        Add(data, nameof(LinkedAndUnlinkedButNeither), Portable, Ordered);
        Add(
            data,
            nameof(ReplacedByHalfAFile),
            Portable + " xfs nfs-cto",
            "ext4-ordered ext4-writeback ext3-ordered data-journal btrfs");
        Add(
            data,
            nameof(RenamedHalfAFile),
            Portable + " ext4-ordered ext4-writeback xfs btrfs nfs-cto",
            "ext3-ordered data-journal");
        Add(
            data,
            nameof(LaterAppendWithoutEarlier),
            Portable + " ext4-ordered ext4-writeback ext3-ordered xfs btrfs nfs-cto",
            "data-journal");
        Add(
            data,
            nameof(LaterNameWithoutOverwrite),
            Portable + " ext4-ordered ext4-writeback ext3-ordered xfs btrfs nfs-cto",
            "data-journal");
        Add(
            data,
            nameof(LengthWithoutBytes),
            Portable + " ext4-writeback nfs-cto",
            "ext4-ordered ext3-ordered data-journal xfs btrfs");
        Add(data, nameof(GarbageInANewBlock), "ext2-like ext4-writeback", Without("ext2-like ext4-writeback"));
        Add(
            data,
            nameof(NeitherNameOfARename),
            "posix-min-alice ext2-like",
            Without("posix-min-alice ext2-like"));
        return data;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Profile_Litmus_AllowsWhatIsSeenAndForbidsWhatIsPromised(string litmus, string profile, bool allowed)
    {
        Func<Rig, bool> run = litmus switch
        {
            nameof(LaterNameWithoutEarlier) => LaterNameWithoutEarlier,
            nameof(MovedAndSyncedButNotMoved) => MovedAndSyncedButNotMoved,
            nameof(LinkedAndSyncedButNotLinked) => LinkedAndSyncedButNotLinked,
            nameof(LinkedAndUnlinkedButNeither) => LinkedAndUnlinkedButNeither,
            nameof(ReplacedByHalfAFile) => ReplacedByHalfAFile,
            nameof(RenamedHalfAFile) => RenamedHalfAFile,
            nameof(LaterAppendWithoutEarlier) => LaterAppendWithoutEarlier,
            nameof(LaterNameWithoutOverwrite) => LaterNameWithoutOverwrite,
            nameof(LengthWithoutBytes) => LengthWithoutBytes,
            nameof(GarbageInANewBlock) => GarbageInANewBlock,
            _ => NeitherNameOfARename,
        };
        Assert.Equal(allowed, run(new Rig(profile, ("/A/old", "aaaa"), ("/B/old", "bbbb"))));
    }

    private static bool LaterNameWithoutEarlier(Rig rig)
    {
        rig.Create("/A/x");
        rig.Create("/B/y");
        return rig.Allows(shown => Has(shown, "/B/y") && !Has(shown, "/A/x"));
    }

    private static bool MovedAndSyncedButNotMoved(Rig rig)
    {
        rig.Rename("/A/old", "/B/n");
        rig.Sync(rig.Find("/B/n")!);
        return rig.Allows(shown => !Has(shown, "/B/n") || Has(shown, "/A/old"));
    }

    private static bool LinkedAndSyncedButNotLinked(Rig rig)
    {
        rig.Link(rig.Find("/A/old")!, "/B/n");
        rig.Sync(rig.Find("/B/n")!);
        return rig.Allows(shown => !Has(shown, "/B/n"));
    }

    private static bool LinkedAndUnlinkedButNeither(Rig rig)
    {
        rig.Link(rig.Find("/A/old")!, "/B/n");
        rig.Unlink("/A/old");
        rig.SyncDirectory("/A");
        return rig.Allows(shown => !Has(shown, "/B/n") && !Has(shown, "/A/old"));
    }

    private static bool ReplacedByHalfAFile(Rig rig)
    {
        rig.Put("/A/t", "new!");
        rig.Rename("/A/t", "/A/old");
        return rig.Allows(shown => Has(shown, "/A/old") && !Has(shown, "/A/old=aaaa") && !Has(shown, "/A/old=new!"));
    }

    private static bool RenamedHalfAFile(Rig rig)
    {
        rig.Put("/A/t", "new!");
        rig.Rename("/A/t", "/A/n");
        return rig.Allows(shown => Has(shown, "/A/n") && !Has(shown, "/A/n=new!"));
    }

    private static bool LaterAppendWithoutEarlier(Rig rig)
    {
        rig.Write(rig.Find("/A/old")!, "more", offset: 4);
        rig.Write(rig.Find("/B/old")!, "more", offset: 4);
        return rig.Allows(shown => Has(shown, "/B/old=bbbbmore") && !Has(shown, "/A/old=aaaamore"));
    }

    private static bool LaterNameWithoutOverwrite(Rig rig)
    {
        rig.Write(rig.Find("/A/old")!, "AAAA");
        rig.Create("/B/y");
        return rig.Allows(shown => Has(shown, "/B/y") && Has(shown, "/A/old=aaaa"));
    }

    private static bool LengthWithoutBytes(Rig rig)
    {
        Inode file = rig.Create("/A/x");
        rig.Disk.Volumes[0].SyncAll();
        rig.Write(file, "data");
        return rig.Allows(shown => Has(shown, "/A/x=0000") || Has(shown, "/A/x=????"));
    }

    private static bool GarbageInANewBlock(Rig rig)
    {
        rig.Put("/A/x", "data");
        return rig.Allows(shown => shown.Contains('?', StringComparison.Ordinal));
    }

    private static bool NeitherNameOfARename(Rig rig)
    {
        rig.Rename("/A/old", "/B/n");
        return rig.Allows(shown => !Has(shown, "/B/n") && !Has(shown, "/A/old"));
    }

    private static bool Has(string shown, string file) =>
        shown.Split(' ').Any(each => each == file || each.StartsWith(file + "=", StringComparison.Ordinal));

    private static string Without(string some) => string.Join(
        ' ', DiskProfile.All.Select(profile => profile.Name).Except(some.Split(' ')));

    private static void Add(TheoryData<string, string, bool> data, string litmus, string allowed, string forbidden)
    {
        foreach (string profile in allowed.Split(' '))
            data.Add(litmus, profile, true);
        foreach (string profile in forbidden.Split(' '))
            data.Add(litmus, profile, false);
    }
}
