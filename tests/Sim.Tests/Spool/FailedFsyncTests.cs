using TwoDoors.Model.Spool;
using TwoDoors.Model.World;
using Xunit;

namespace TwoDoors.Sim.Tests.Spool;

/// <summary>A failed fsync is never tried again on the same file: Rebello et al., ATC 2020.</summary>
public class FailedFsyncTests
{
    [Theory]
    [InlineData("fsync(m)")]
    [InlineData("fsync(S) after m")]
    [InlineData("fsync(d)")]
    [InlineData("fsync(D)")]
    public async Task CopyF1_FsyncBeforeTheCommitFails_StartsAfreshUnderANewName(string point)
    {
        CountingFiles? counted = null;
        SpoolBench bench = new(files => counted = new CountingFiles(files, point));
        await bench.Write("/S/s1"u8, "hello");

        SpoolOutcome copied = await SpoolProtocols.Of(SpoolVariant.F1)
            .Copy(bench, bench.Options(SpoolVariant.F1), ["s1"u8]);

        Assert.Equal(SpoolEnd.Done, copied.End);
        Assert.Equal("", await bench.Names("/S"u8));
        Assert.StartsWith("d.n2.", await bench.Names("/A"u8), StringComparison.Ordinal);
        Assert.StartsWith("d.n2.", await bench.Names("/B"u8), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CopyF1_FsyncFailsTwice_LeavesTheMessageAndNothingElse()
    {
        SpoolBench bench = new(files => new CountingFiles(files, "fsync(d)", "fsync(d)"));
        await bench.Write("/S/s1"u8, "hello");

        SpoolOutcome copied = await SpoolProtocols.Of(SpoolVariant.F1)
            .Copy(bench, bench.Options(SpoolVariant.F1), ["s1"u8]);

        Assert.Equal(SpoolEnd.Failed, copied.End);
        Assert.All(copied.Failures, failure => Assert.Equal(("fsync(d)", Errno.EIO), (failure.Call, failure.Errno)));
        Assert.Equal(["s1", "", ""], [await bench.Names("/S"u8), await bench.Names("/A"u8), await bench.Names("/B"u8)]);
    }

    [Theory]
    [InlineData(SpoolVariant.F0, "m1")]
    [InlineData(SpoolVariant.F1, "m.n1.")]
    [InlineData(SpoolVariant.F3, "")]
    public async Task Copy_FsyncOfTheCommitFails_StopsAndPublishesNothing(SpoolVariant variant, string left)
    {
        SpoolBench bench = new(files => new CountingFiles(files, "fsync(S) commit"));
        await bench.Write("/S/s1"u8, "hello");
        ISpoolProtocol protocol = SpoolProtocols.Of(variant);

        SpoolOutcome copied = await protocol.Copy(bench, bench.Options(variant), ["s1"u8]);
        await protocol.Deliver(bench, bench.Options(variant), "/A"u8);

        Assert.Equal(SpoolEnd.Stopped, copied.End);
        Assert.StartsWith(left, await bench.Names("/S"u8), StringComparison.Ordinal);
        Assert.Empty(bench.Handed);
    }
}
