using TwoDoors.Model.Claims;
using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Tests.Disk;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore;

/// <summary>Executions that gave every activity the same answers and left the same files, but not the same kernel: to
/// go on once for both would miss what only one of them can do.</summary>
public sealed class MergeTests
{
    private static readonly ExploreOptions Options = new();

    [Fact]
    public void Explore_DirectoryReadBeforeAndAfterACreation_KeepsThemApart()
    {
        // Only a stream that was begun before the creation may hide the new name.
        Verdict verdict = Explorer.Explore(Beside(Creates, ReadsTwice), Options);

        Assert.Equal("old-or-new", Assert.Single(verdict.Violations).Property);
    }

    [Fact]
    public void Explore_FileOpenedBeforeAndAfterAFailedSync_KeepsThemApart()
    {
        // Only a handle that was open when write-back failed reports it: fsync(2), errseq_t.
        Subject subject = Beside(SyncsOnce, SyncsToo) with { Faults = [new("eio-fsync", 1)] };

        Verdict verdict = Explorer.Explore(subject, Options);

        Assert.Equal("old-or-new", Assert.Single(verdict.Violations).Property);
    }

    [Theory]
    [InlineData("ext4-ordered", false)]
    [InlineData("posix-min", true)]
    public void PendingFingerprint_CutBeforeAndAfterAClose_TellsWhatTheNextCloseFlushes(string profile, bool equal)
    {
        // ext4(5), auto_da_alloc: a close after a cut flushes. Elsewhere the order of the two leaves no trace.
        Assert.Equal(equal, AfterCutAndClose(profile, cutFirst: true) == AfterCutAndClose(profile, cutFirst: false));
    }

    private static Fingerprint AfterCutAndClose(string profile, bool cutFirst)
    {
        Rig rig = new(profile, ("/A/f", "old"));
        Inode file = rig.Find("/A/f")!;
        if (!cutFirst)
            file.Volume.Closed(file);
        rig.Cut(file);
        rig.Sync(file);
        if (cutFirst)
            file.Volume.Closed(file);
        return rig.Disk.PendingFingerprint;
    }

    private static Subject Beside(Func<IHost, ValueTask> a, Func<IHost, ValueTask> b) => Publish.Subject() with
    {
        HostCrashes = 0,
        Properties = [.. Publish.Subject().Properties.Where(property => property.Name == "old-or-new")],
        Mounts = [new MountSetup("/", ["/d"], [new("/d/f", "old"u8.ToArray())])],
        Boot = async (host, choices) =>
        {
            IActivity first = host.Fork("a", a);
            IActivity second = host.Fork("b", b);
            await first.Join();
            await second.Join();
        },
    };

    private static async ValueTask Creates(IHost host) =>
        await host.Files.Open("/d/x", OpenFlags.Create | OpenFlags.WriteOnly);

    private static async ValueTask ReadsTwice(IHost host)
    {
        Handle directory = (await host.Files.Open("/d", OpenFlags.Directory)).Value;
        Result<DirectoryEntry?> first = await host.Files.ReadDirectory(directory);
        Errno missing = (await host.Files.Stat("/d/x")).Errno;
        Result<DirectoryEntry?> second = await host.Files.ReadDirectory(directory);
        if (first.Value is not null && second.Value is null && missing == Errno.Ok)
            await host.Files.Unlink("/d/f");
    }

    private static async ValueTask SyncsOnce(IHost host)
    {
        Handle file = (await host.Files.Open("/d/f", OpenFlags.WriteOnly)).Value;
        if (await host.Files.Sync(file, "fsync(1)") == Errno.EIO)
            await host.Files.Open("/d/failed", OpenFlags.Create | OpenFlags.WriteOnly);
    }

    private static async ValueTask SyncsToo(IHost host)
    {
        Handle file = (await host.Files.Open("/d/f", OpenFlags.WriteOnly)).Value;
        Errno failed = (await host.Files.Stat("/d/failed")).Errno;
        Errno synced = await host.Files.Sync(file, "fsync(2)");
        if (failed == Errno.Ok && synced == Errno.EIO)
            await host.Files.Unlink("/d/f");
    }
}
