using System.Text;
using TwoDoors.Model.Claims;
using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Tests.Explore;

/// <summary>The smallest protocol that can lose something: replace a file by renaming over it, then tell the
/// world.</summary>
internal static class Publish
{
    private static readonly FilePath Target = "/d/f";
    private static readonly FilePath Temporary = "/d/t";

    internal static Subject Subject(params string[] withoutSyncs) => new()
    {
        Name = "test/publish",
        Mounts = [new MountSetup("/", ["/d"], [new(Target, "old"u8.ToArray())])],
        Profile = "posix-min",
        NewLedger = () => new AckLedger(),
        Boot = (host, choices) => Replace(host),
        Properties = [OldOrNew, AckedSurvives],
        HostCrashes = 1,
        WithoutSyncs = withoutSyncs,
    };

    private static Property OldOrNew => new(
        "old-or-new",
        "the file holds all of the old text or all of the new",
        ClaimTime.Always,
        world => Text(world) is "old" or "new" ? null : $"the file holds '{Text(world)}'");

    private static Property AckedSurvives => new(
        "acked-survives",
        "what was acknowledged is there",
        ClaimTime.Always,
        world => ((AckLedger)world.Ledger).Acked && Text(world) != "new" ? $"acknowledged, but '{Text(world)}'" : null);

    private static string? Text(IWorldView world) =>
        world.Read(Target) is { } bytes ? Encoding.ASCII.GetString(bytes) : null;

    private static async ValueTask Replace(IHost host)
    {
        IFileSystem files = host.Files;
        await files.Unlink(Temporary);
        Handle file = (await files.Open(Temporary, OpenFlags.Create | OpenFlags.WriteOnly, 0x1B6)).Value;
        await files.Write(file, "new"u8.ToArray());
        await files.Sync(file, "fsync(t)");
        await files.Close(file);
        await files.Rename(Temporary, Target);
        Handle directory = (await files.Open("/d", OpenFlags.Directory)).Value;
        await files.Sync(directory, "fsync(d)");
        await files.Close(directory);
        await host.Outside.Hand("peer", "ack", ReadOnlyMemory<byte>.Empty);
    }
}

/// <summary>Remembers that something was acknowledged.</summary>
internal sealed class AckLedger : ILedger
{
    internal bool Acked { get; private set; }

    internal bool Crashed { get; private set; }

    public void Hand(string activity, FilePath channel, FilePath subject, ReadOnlySpan<byte> bytes) => Acked = true;

    public bool Reach<TPoint>(string activity, TPoint point)
        where TPoint : struct, Enum => false;

    public void Crash() => Crashed = true;

    public ILedger Copy() => new AckLedger { Acked = Acked, Crashed = Crashed };

    public Fingerprint Fingerprint() => Model.Claims.Fingerprint.Empty.Add((Acked ? 1L : 0L) + (Crashed ? 2L : 0L));

    public string Describe() => Acked ? "acknowledged" : "nothing acknowledged";
}
