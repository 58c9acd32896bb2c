using System.Diagnostics;
using TwoDoors.Model.Spool;
using Xunit;

namespace TwoDoors.Real.Tests.Crashes;

/// <summary>kill -9 of a real copy, and of the recovery after it.</summary>
public sealed class KillTests : IDisposable
{
    private const int Killed = 137;

    private readonly Scratch scratch = new();
    private readonly SpoolDirectories spool;

    public KillTests()
    {
        spool = new SpoolDirectories(scratch.Root);
        spool.Put("s1", 5000);
        spool.Put("s2", 100_000);
    }

    /// <summary>A point of recovery, and where the copy before it is killed.</summary>
    public static TheoryData<string, string> RecoveryPoints => new()
    {
        { nameof(F1Point.TornIntentDropped), nameof(F1Point.ManifestWritten) },
        { nameof(F1Point.CopiesUnlinked), nameof(F1Point.CopiesWritten) },
        { nameof(F1Point.RolledBack), nameof(F1Point.CopiesDurable) },
        { nameof(F1Point.RolledForward), nameof(F1Point.SourcesUnlinked) },
    };

    public static TheoryData<string> CopyPoints =>
    [
        nameof(F1Point.ManifestWritten),
        nameof(F1Point.IntentDurable),
        nameof(F1Point.CopiesWritten),
        nameof(F1Point.CopiesDurable),
        nameof(F1Point.SourcesUnlinked),
        nameof(F1Point.Committed),
        nameof(F1Point.Published),
    ];

    /// <inheritdoc/>
    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Points_OfF1_AreAllKilledAtButTheOneThatNeedsAFailingDisk()
    {
        IEnumerable<string> covered = CopyPoints.Select(row => row.Data)
            .Concat(RecoveryPoints.Select(row => row.Data.Item1));

        Assert.Equal(Enum.GetNames<F1Point>().Except(covered), [nameof(F1Point.Stopped)]);
    }

    [Theory]
    [MemberData(nameof(CopyPoints))]
    public void Copy_KilledAtAPoint_LosesAndDoublesNothing(string point)
    {
        Assert.Equal(Killed, Daemon.RunChild($"TWODOORSD_KILL_AT={point}", ["spool", "copy", .. spool.Route]).Code);
        string seen = NameHistory.Seen(spool);

        // A process that dies leaves all it did.
        Assert.True(NameHistory.At(point).Allows(seen, allIsKept: true), seen);
        spool.Deliver();
        spool.Recover();
        spool.MustBeAllOrNothing();
        spool.MustEndWithEachDeliveredOnce();
    }

    [Theory]
    [MemberData(nameof(RecoveryPoints))]
    public void Recovery_KilledAtAPoint_LosesAndDoublesNothing(string point, string copyPoint)
    {
        Assert.Equal(Killed, Daemon.RunChild($"TWODOORSD_KILL_AT={copyPoint}", ["spool", "copy", .. spool.Route]).Code);
        if (point == nameof(F1Point.TornIntentDropped))
            Tear();

        Assert.Equal(Killed, Daemon.RunChild($"TWODOORSD_KILL_AT={point}", spool.Recovery).Code);
        spool.Recover();
        spool.MustBeAllOrNothing();
        spool.MustEndWithEachDeliveredOnce();
    }

    [Fact]
    public void Watch_KilledAtRandomTimes_LosesAndDoublesNothing()
    {
        for (int i = 3; i < 60; i++)
            spool.Put($"s{i}", 3000);
        foreach (TimeSpan instant in Sooner.Instants(seed: 2002, count: 5))
        {
            using Process child = Daemon.Start("", ["spool", "watch", .. spool.Route, "--once", "--batch", "2"]);
            Sooner.When(() => child.HasExited || SpoolDirectories.Names(spool.A).Length > 0);
            Thread.Sleep(instant);
            child.Kill();
            Daemon.End(child);

            spool.Recover();
            spool.MustBeAllOrNothing();
        }

        spool.MustEndWithEachDeliveredOnce();
    }

    [Fact]
    public void Watch_AskedToStop_EndsWellAndSoon()
    {
        using Process child = Daemon.Start("", ["spool", "watch", .. spool.Route]);
        Sooner.When(() => SpoolDirectories.Names(spool.S).Length == 0);
        using Process signal = Process.Start("/bin/kill", ["-TERM", $"{child.Id}"]);
        Ran ran = Daemon.End(child);

        Assert.Equal(0, ran.Code);
        Assert.StartsWith("copied 2 from ", ran.Out, StringComparison.Ordinal);
        spool.MustEndWithEachDeliveredOnce();
    }

    // A crash of the machine would leave this: the manifest's name without its bytes.
    private void Tear()
    {
        string manifest = SpoolDirectories.Names(spool.S)[0];
        using FileStream file = new(Path.Combine(spool.S, manifest), FileMode.Open);
        file.SetLength(file.Length / 2);
    }
}
