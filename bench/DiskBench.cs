using System.Diagnostics;
using TwoDoors.Model.Claims;
using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Bench;

/// <summary>How fast the simulated disk is, alone: no protocol, no kernel, no table of states.</summary>
internal sealed class DiskBench : ICutSink
{
    private static readonly byte[] Message = [.. Enumerable.Repeat((byte)'m', 32)];

    private readonly SimDisk disk;
    private readonly DiskImage image;
    private Fingerprint sum;

    public DiskBench(string profile)
    {
        DiskOptions options = new(DiskProfile.Named(profile), WholeWrites: true);
        disk = new SimDisk(options);
        FilePath[] directories = ["/S"u8, "/A"u8, "/B"u8];
        KeyValuePair<FilePath, byte[]>[] files =
            [.. Enumerable.Range(1, 6).Select(i => KeyValuePair.Create<FilePath, byte[]>($"/S/s{i}", Message))];
        image = SimDisk.Build([new MountSetup("/"u8, directories, files)], options);
    }

    /// <inheritdoc/>
    public bool IsNew(in Fingerprint cut, int lost)
    {
        sum = sum.Plus(cut);
        return false;
    }

    /// <inheritdoc/>
    public void Take(Cut cut) => sum = sum.Plus(cut.Materialise().Fingerprint);

    /// <summary>Prints a line each for loading, a boot, a boot with its crash states, and one large log.</summary>
    public void Run(string profile)
    {
        Print(profile, "load an image of 10 inodes", 1_000_000, () =>
        {
            disk.Load(image);
            return 1;
        });
        Print(profile, "load and run a boot of 25 changes and syncs", 300_000, () =>
        {
            Boot(enumerate: false);
            return 1;
        });
        Print(profile, "the same with every crash state after every change", 100_000, () =>
        {
            Boot(enumerate: true);
            return 1;
        });
        Print(profile, "cuts covered by those", 50_000, () => Boot(enumerate: true).Cuts);
        Print(profile, "distinct crash states of those", 50_000, () => Boot(enumerate: true).Distinct);
        disk.Load(image);
        for (int i = 0; i < 10; i++)
            Put(i % 2 == 0 ? "/A"u8 : "/B"u8, $"big{i}");
        Print(profile, "distinct crash states of one large log", 1, All);
        Console.WriteLine($"{string.Empty,-14} {sum}");
    }

    private static void Print(string profile, string what, int times, Func<long> action)
    {
        for (int i = 0; i < Math.Min(times, 5000); i++)
            action();
        long count = 0;
        Stopwatch watch = Stopwatch.StartNew();
        for (int i = 0; i < times; i++)
            count += action();
        double seconds = watch.Elapsed.TotalSeconds;
        Console.WriteLine($"{profile,-14} {what,-52} {count / seconds / 1e6,10:F3} M/s");
    }

    private (long Cuts, long Distinct) Boot(bool enumerate)
    {
        disk.Load(image);
        Volume volume = disk.Volumes[0];
        Inode source = Directory("/S"u8);
        long cuts = 0;
        long distinct = 0;
        int seen = 0;
        for (int step = 0; step < 11; step++)
        {
            switch (step)
            {
                case 0:
                    Put("/S"u8, "t1"u8);
                    break;
                case 1:
                    volume.Rename(source, "t1"u8, source, "m1"u8);
                    break;
                case 2:
                    Put("/A"u8, "d1"u8);
                    break;
                case 3:
                    Put("/B"u8, "d1"u8);
                    break;
                case 4:
                    volume.SyncFile(Directory("/A"u8).Entries.Get("d1"u8), dataOnly: false);
                    break;
                case 5:
                    volume.SyncFile(Directory("/B"u8).Entries.Get("d1"u8), dataOnly: false);
                    break;
                case 6:
                    volume.Unlink(source, "s1"u8);
                    break;
                case 7:
                    volume.Unlink(source, "m1"u8);
                    break;
                case 8:
                    volume.Unlink(Directory("/A"u8), "d1"u8);
                    break;
                case 9:
                    volume.SyncDirectory(Directory("/A"u8));
                    break;
                default:
                    volume.Unlink(Directory("/B"u8), "d1"u8);
                    break;
            }

            if (!enumerate)
                continue;
            CutCount count = disk.Enumerate(seen, long.MaxValue, this);
            cuts += count.Enumerated;
            distinct += count.Distinct;
            seen = disk.AtomCount;
        }

        return (cuts, distinct);
    }

    private long All() => disk.EnumerateAll(long.MaxValue, this).Distinct;

    private Inode Directory(FilePath path) => disk.Volumes[0].Root.Entries.Get(path.Name);

    private void Put(FilePath directory, FilePath name)
    {
        Volume volume = disk.Volumes[0];
        Inode file = volume.Create(Directory(directory), name, FileKind.Regular, 0x1A4, 0, 0);
        volume.Write(file, 0, Message);
    }
}
