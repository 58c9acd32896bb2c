using TwoDoors.Model.Spool;
using Xunit;

namespace TwoDoors.Sim.Tests.Spool;

public class KilledCopierTests
{
    public static TheoryData<SpoolVariant> Variants => [.. Enum.GetValues<SpoolVariant>()];

    // Without a crash of the host, even the seed's protocol loses nothing and doubles nothing.
    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Recover_CopierWasKilledAnywhere_EveryMessageIsDeliveredOnce(SpoolVariant variant)
    {
        bool killed = true;
        for (int changes = 0; killed; changes++)
        {
            KilledFiles? files = null;
            SpoolBench bench = new(inner => files = new KilledFiles(inner));
            await bench.Write("/S/s1"u8, "one");
            await bench.Write("/S/s2"u8, "two");
            ISpoolProtocol protocol = SpoolProtocols.Of(variant);
            SpoolOptions options = bench.Options(variant, batch: 2);
            files!.ChangesLeft = changes;
            killed = await IsKilled(() => protocol.Copy(bench, options, ["s1"u8, "s2"u8]));
            files.ChangesLeft = int.MaxValue;

            await protocol.Recover(bench, options);
            await protocol.Copy(bench, options, (await protocol.Waiting(bench, options)).Value);
            await protocol.Deliver(bench, options, "/A"u8);
            await protocol.Deliver(bench, options, "/B"u8);

            string[] expected = ["/A /S/s1 one", "/A /S/s2 two", "/B /S/s1 one", "/B /S/s2 two"];
            Assert.Equal(expected, bench.Handed.Order(StringComparer.Ordinal));
            Assert.Equal("", await bench.Names("/S"u8));
        }
    }

    private static async Task<bool> IsKilled(Func<ValueTask<SpoolOutcome>> copy)
    {
        try
        {
            await copy();
            return false;
        }
        catch (KilledException)
        {
            return true;
        }
    }
}
