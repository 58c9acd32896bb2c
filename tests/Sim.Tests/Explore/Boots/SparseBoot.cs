using TwoDoors.Model.Claims;
using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Tests.Explore.Boots;

/// <summary>A small subject drawn from a number, in which few steps conflict: three or four activities that make or
/// remove a file if another one is there. What a reduction may leave out is most here, and what it must not is
/// rare.</summary>
internal sealed class SparseBoot
{
    private static readonly FilePath[] Paths = ["/A/p", "/A/q", "/A/r", "/B/p", "/B/q", "/B/r"];

    private readonly int[][] activities;

    private SparseBoot(SplitMix64 random)
    {
        activities = new int[3 + random.Below(2)][];
        for (int i = 0; i < activities.Length; i++)
            activities[i] = [.. Enumerable.Range(0, 1 + random.Below(2)).Select(_ => random.Below(1 << 12))];
    }

    /// <summary>The subject of this seed.</summary>
    public static Subject Subject(int seed)
    {
        SplitMix64 random = new((ulong)seed + 77);
        SparseBoot boot = new(random);
        return new Subject
        {
            Name = $"test/sparse-{seed}",
            Mounts = [new MountSetup("/", ["/A", "/B"], [new("/A/p", "old"u8.ToArray())])],
            Profile = "posix-min",
            NewLedger = () => new ListLedger(),
            Boot = (host, choices) => boot.Run(host),
            Properties = [Claim(random)],
            HostCrashes = 0,
        };
    }

    /// <summary>One view of two or three files, of which later ones are looked at only while the earlier ones agree
    /// with it. With more claims all files would be looked at all the time.</summary>
    private static Property Claim(SplitMix64 random)
    {
        IEnumerable<int> places = Enumerable.Range(0, 2 + random.Below(2));
        FilePath[] looked = [.. places.Select(_ => Paths[random.Below(Paths.Length)])];
        int wanted = random.Below(8);
        return new("view", "a view is met", ClaimTime.Sometimes,
            view => Agrees(view, looked, wanted) ? null : "not yet");
    }

    private static bool Agrees(IWorldView view, FilePath[] looked, int wanted)
    {
        for (int i = 0; i < looked.Length; i++)
        {
            if ((view.Read(looked[i]) is not null) != ((wanted >> i) % 2 == 1))
                return false;
        }

        return true;
    }

    private async ValueTask Run(IHost host)
    {
        List<IActivity> running = [];
        foreach (int[] steps in activities)
            running.Add(host.Fork($"{(char)('a' + running.Count)}", own => Steps(own, steps)));
        foreach (IActivity activity in running)
            await activity.Join();
    }

    private static async ValueTask Steps(IHost host, int[] steps)
    {
        foreach (int step in steps)
        {
            FilePath path = Paths[step % 6];
            FilePath other = Paths[step / 6 % 6];
            bool isThere = step / 36 % 3 == 0 || (await host.Files.Stat(other)).IsOk;
            if (isThere == (step / 108 % 4 == 0))
                await host.Files.Unlink(path);
            else
                await host.Files.Open(path, OpenFlags.Create | OpenFlags.WriteOnly, 0x1A4);
        }

        await host.Files.Stat("/none");
    }
}
