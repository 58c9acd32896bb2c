using FsCheck;
using FsCheck.Fluent;
using TwoDoors.Model.Claims;
using TwoDoors.Sim.Disk;
using Xunit;

namespace TwoDoors.Sim.Tests.Disk;

public sealed class EnumerationTests
{
    public static TheoryData<string, bool> Disks()
    {
        TheoryData<string, bool> data = [];
        foreach (DiskProfile profile in DiskProfile.All)
        {
            data.Add(profile.Name, false);
            data.Add(profile.Name, true);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Disks))]
    public void Enumeration_RandomWork_MeetsWhatBruteForceMeets(string profile, bool whole) =>
        Check(profile, whole, rig =>
        {
            Collector found = new();
            CutCount count = rig.Disk.EnumerateAll(1_000_000, found);
            (HashSet<Fingerprint> images, int cuts) = BruteForce(rig.Disk);
            return found.Calls == found.Met.Count
                && found.Differing == 0
                && cuts == count.Enumerated
                && images.SetEquals(found.Images.Select(image => image.Fingerprint));
        });

    [Theory]
    [MemberData(nameof(Disks))]
    public void Enumeration_StepByStep_MissesNothing(string profile, bool whole)
    {
        HashSet<Fingerprint> all = [];
        HashSet<Fingerprint> fresh = [];
        int seen = 0;
        Check(profile, whole, rig =>
        {
            if (rig.Disk.AtomCount < seen || rig.Disk.AtomCount == 0)
            {
                all.Clear();
                fresh.Clear();
                fresh.Add(rig.Start.Fingerprint);
                seen = 0;
            }

            Collector everything = new();
            Collector newest = new();
            rig.Disk.EnumerateAll(1_000_000, everything);
            CutCount count = rig.Disk.Enumerate(seen, 1_000_000, newest);
            seen = rig.Disk.AtomCount;
            all.UnionWith(everything.Met);
            fresh.UnionWith(newest.Met);
            return count.Distinct == newest.Met.Count && all.SetEquals(fresh);
        });
    }

    [Fact]
    public void Enumeration_BeyondTheCap_SaysSoAndStaysWithinWhatIsPossible()
    {
        Rig rig = new("posix-min");
        for (int i = 0; i < 20; i++)
            rig.Create($"/A/f{i}");
        Collector part = new();
        CutCount count = rig.Disk.EnumerateAll(5000, part);
        Assert.True(count.Capped);
        Assert.Equal(1 << 20, count.Total);
        Assert.InRange(count.Distinct, 1000, 5000);
        Assert.Equal(0, part.Differing);
    }

    [Fact]
    public void Crash_LabelsOfACut_LeadToTheSameDisk()
    {
        Rig rig = new("posix-min", ("/S/s", "old"));
        rig.Write(rig.Find("/S/s")!, "new text");
        rig.Rename("/S/s", "/S/r");
        rig.Put("/A/d", "data");
        Replayer replayer = new();
        rig.Disk.EnumerateAll(1000, replayer);
        Assert.NotEmpty(replayer.Cuts);
        foreach ((IReadOnlyList<string> lost, Fingerprint image) in replayer.Cuts)
            Assert.Equal(image, rig.Disk.Crash(lost, lenient: false).Image!.Fingerprint);
        Assert.Equal("no such", rig.Disk.Crash(["no such"], lenient: false).Unknown);
    }

    private static void Check(string profile, bool whole, Func<Rig, bool> holds) =>
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 255), 14).ToArbitrary(), work =>
        {
            Rig rig = new(
                new DiskOptions(DiskProfile.Named(profile), WholeWrites: whole), [], ("/A/x", "1234"), ("/B/z", "5"));
            bool held = holds(rig);
            foreach (int draw in work)
            {
                if (rig.Disk.CountAll() > 3000)
                    break;
                RandomWork.Step(rig, draw);
                held = held && holds(rig);
            }

            return held;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    /// <summary>Every subset that holds what its members need, tried one by one.</summary>
    private static (HashSet<Fingerprint> Images, int Cuts) BruteForce(SimDisk disk)
    {
        HashSet<Fingerprint> images = [];
        List<int> pending = [.. Enumerable.Range(0, disk.AtomCount).Where(atom => !disk.Log.Atoms[atom].Durable)];
        if (pending.Count > 16)
            return Brute(disk, pending, images);
        int cuts = 0;
        for (int subset = 0; subset < 1 << pending.Count; subset++)
        {
            int[] lost = [.. pending.Where((_, i) => (subset >> i & 1) == 0)];
            bool closed = pending.Where((_, i) => (subset >> i & 1) != 0)
                .All(atom => disk.Log.NeedsOf(atom).ToArray().All(need => !lost.Contains(need)));
            if (!closed)
                continue;
            cuts++;
            images.Add(disk.CrashWithout(lost).Image!.Fingerprint);
        }

        return (images, cuts);
    }

    private static (HashSet<Fingerprint> Images, int Cuts) Brute(
        SimDisk disk, List<int> pending, HashSet<Fingerprint> images)
    {
        HashSet<string> met = [];
        Queue<int[]> waiting = new([[.. pending]]);
        while (waiting.TryDequeue(out int[]? lost))
        {
            if (!met.Add(string.Join(',', lost)))
                continue;
            images.Add(disk.CrashWithout(lost).Image!.Fingerprint);
            foreach (int atom in lost)
            {
                if (disk.Log.NeedsOf(atom).ToArray().All(need => !lost.Contains(need)))
                    waiting.Enqueue([.. lost.Where(other => other != atom)]);
            }
        }

        return (images, met.Count);
    }

    private sealed class Replayer : ICutSink
    {
        public List<(IReadOnlyList<string> Lost, Fingerprint Image)> Cuts { get; } = [];

        public bool IsNew(in Fingerprint cut, int lost) => true;

        public void Take(Cut cut) => Cuts.Add((cut.LostLabels(), cut.Materialise().Fingerprint));
    }
}
