using TwoDoors.Model.Spool;
using TwoDoors.Model.World;
using Xunit;

namespace TwoDoors.Sim.Tests.Spool;

public class SpoolProtocolTests
{
    public static TheoryData<SpoolVariant> Variants => [.. Enum.GetValues<SpoolVariant>()];

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task CopyAndDeliver_NoFault_EveryQueueGetsTheMessageOnce(SpoolVariant variant)
    {
        SpoolBench bench = new();
        await bench.Write("/S/s1"u8, "hello");
        ISpoolProtocol protocol = SpoolProtocols.Of(variant);

        SpoolOutcome copied = await protocol.Copy(bench, bench.Options(variant), ["s1"u8]);
        await protocol.Deliver(bench, bench.Options(variant), "/A"u8);
        await protocol.Deliver(bench, bench.Options(variant), "/B"u8);

        Assert.Equal(SpoolEnd.Done, copied.End);
        Assert.Equal(["/A /S/s1 hello", "/B /S/s1 hello"], bench.Handed);
        Assert.Equal(["", "", ""], [await bench.Names("/S"u8), await bench.Names("/A"u8), await bench.Names("/B"u8)]);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Recover_NothingInterrupted_ChangesNothing(SpoolVariant variant)
    {
        SpoolBench bench = new();
        await bench.Write("/S/s1"u8, "hello");

        SpoolOutcome recovered = await SpoolProtocols.Of(variant).Recover(bench, bench.Options(variant));

        Assert.Equal(SpoolEnd.Done, recovered.End);
        Assert.Equal("s1", await bench.Names("/S"u8));
    }

    // 3 + n + kn fsyncs for k messages and n queues: the group commit of the batched F1.
    [Theory]
    [InlineData(1, 7)]
    [InlineData(4, 13)]
    public async Task CopyF1_BatchOfMessages_NeedsThreePlusNPlusKnFsyncs(int messages, int fsyncs)
    {
        CountingFiles? counted = null;
        SpoolBench bench = new(files => counted = new CountingFiles(files));
        FilePath[] names = [.. Enumerable.Range(1, messages).Select(number => FilePath.Of($"mail {number}"))];
        foreach (FilePath name in names)
            await bench.Write("/S"u8 / name, $"text of {name}");

        SpoolOutcome copied = await SpoolProtocols.Of(SpoolVariant.F1)
            .Copy(bench, bench.Options(SpoolVariant.F1, messages), names);

        Assert.Equal(messages, copied.Messages.Count);
        Assert.Equal(fsyncs, counted!.Syncs.Count);
    }

    [Fact]
    public async Task CopyF1_NameOf255Bytes_IsDeliveredUnderIt()
    {
        SpoolBench bench = new();
        FilePath name = new string('x', 255);
        await bench.Write("/S"u8 / name, "long");
        ISpoolProtocol protocol = SpoolProtocols.Of(SpoolVariant.F1);

        await protocol.Copy(bench, bench.Options(SpoolVariant.F1), [name]);
        await protocol.Deliver(bench, bench.Options(SpoolVariant.F1), "/A"u8);

        Assert.Equal([$"/A /S/{name} long"], bench.Handed);
    }

    [Fact]
    public async Task CopyF1_MessageIsAbsent_FailureNamesPathCallAndErrno()
    {
        SpoolBench bench = new();

        SpoolOutcome copied = await SpoolProtocols.Of(SpoolVariant.F1)
            .Copy(bench, bench.Options(SpoolVariant.F1), ["gone"u8]);

        Assert.Equal(SpoolEnd.Failed, copied.End);
        Assert.Equal([new SpoolFailure("lstat", "/S/gone"u8, Errno.ENOENT)], copied.Failures);
    }

    [Fact]
    public async Task CopyF1_QueueIsAbsent_LeavesTheMessage()
    {
        SpoolBench bench = new();
        await bench.Write("/S/s1"u8, "hello");
        SpoolOptions options = new("/S"u8, ["/A"u8, "/nowhere"u8]);

        SpoolOutcome copied = await SpoolProtocols.Of(SpoolVariant.F1).Copy(bench, options, ["s1"u8]);

        Assert.Equal([new SpoolFailure("open", "/nowhere"u8, Errno.ENOENT)], copied.Failures);
        Assert.Equal("s1", await bench.Names("/S"u8));
        Assert.Equal("", await bench.Names("/A"u8));
    }

    [Fact]
    public async Task RecoverF1_LockIsHeld_IsBusy()
    {
        SpoolBench bench = new();
        Handle other = (await bench.Files.Open("/S"u8, OpenFlags.Directory)).Value;
        await bench.Files.Lock(other, LockMode.Exclusive);

        SpoolOutcome recovered = await SpoolProtocols.Of(SpoolVariant.F1)
            .Recover(bench, bench.Options(SpoolVariant.F1));

        Assert.Equal(SpoolEnd.Busy, recovered.End);
    }
}
