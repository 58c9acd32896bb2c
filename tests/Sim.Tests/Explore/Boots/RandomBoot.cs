using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Tests.Explore.Boots;

/// <summary>A small subject drawn from a number: two or three activities of a few calls on few names, that look at each
/// other's files and tell the outside.</summary>
internal sealed class RandomBoot
{
    private static readonly FilePath[] Paths = ["/A/x", "/A/y", "/B/x"];
    private static readonly string[] Profiles = ["posix-min", "ext4-ordered", "btrfs", "nfs-cto", "ext3-ordered"];

    private static readonly string?[] Faults = [null, null, "enospc", "eio-fsync"];

    private readonly int[][] activities;
    private readonly int before;
    private readonly int after;
    private readonly int third;

    private RandomBoot(SplitMix64 random, int hostCrashes)
    {
        int count = 2 + Math.Max(0, random.Below(5) - 2);
        activities = new int[count][];
        for (int i = 0; i < count; i++)
        {
            int calls = count == 2 ? 2 + random.Below(hostCrashes == 2 ? 2 : 3) : 5 - count;
            activities[i] = [.. Enumerable.Range(0, calls).Select(_ => random.Below(1 << 12))];
        }

        before = random.Below(1 << 12);
        after = random.Below(1 << 12);
        third = random.Below(3);
    }

    /// <summary>The subject of this seed: every third may crash twice, every fourth may have all processes
    /// killed.</summary>
    public static Subject Subject(int seed)
    {
        SplitMix64 random = new((ulong)seed);
        int kills = random.Below(4) == 0 ? 1 : 0;
        int crashes = kills == 1 ? random.Below(2) : 1 + (random.Below(3) / 2);
        RandomBoot boot = new(random, crashes);
        string? fault = Faults[random.Below(Faults.Length)];
        return new Subject
        {
            Name = $"test/random-{seed}",
            Mounts = [new MountSetup("/", ["/A", "/B"], [new("/A/x", "old"u8.ToArray())])],
            Profile = Profiles[random.Below(Profiles.Length)],
            WholeWrites = true,
            NewLedger = () => new ListLedger(),
            Boot = (host, choices) => boot.Run(host),
            Properties = [.. RandomClaims.Of(random, Paths)],
            HostCrashes = crashes,
            ProcessCrashes = kills,
            Faults = fault is null ? [] : [new(fault, 1)],
        };
    }

    private async ValueTask Run(IHost host)
    {
        await new RandomActivity(host, Paths).Do(before);
        List<IActivity> running = [];
        for (int i = 0; i < activities.Length; i++)
        {
            int[] steps = activities[i];
            running.Add(host.Fork($"{(char)('a' + i)}", own => Steps(own, steps)));
        }

        await running[0].Join();
        if (third == 1)
            await new RandomActivity(host, Paths).Do(after ^ 5);
        foreach (IActivity activity in running)
            await activity.Join();
        await new RandomActivity(host, Paths).Do(after);
    }

    private async ValueTask Steps(IHost host, int[] steps)
    {
        RandomActivity activity = new(host, Paths);
        foreach (int step in steps)
            await activity.Do(step);
        if (third == 2 && steps == activities[1])
        {
            IActivity child = host.Fork("child", own => new RandomActivity(own, Paths).Do(after ^ 77));
            await child.Join();
            host.Reach(Point.Joined);
        }
    }

    internal enum Point
    {
        Joined,
        Reached,
    }
}
