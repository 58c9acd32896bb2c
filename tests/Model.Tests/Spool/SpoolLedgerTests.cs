using TwoDoors.Model.Claims;
using TwoDoors.Model.Spool;
using Xunit;

namespace TwoDoors.Model.Tests.Spool;

public class SpoolLedgerTests
{
    private static SpoolLedger Fresh() => new(["/A"u8, "/B"u8], ["one"u8.ToArray(), "two"u8.ToArray()]);

    [Fact]
    public void Hand_BytesOfAMessage_CountForItsQueueAlone()
    {
        SpoolLedger ledger = Fresh();

        ledger.Hand("consumer", "/B"u8, "any name"u8, "two"u8);

        Assert.Equal([0, 1], [ledger.Delivered(0, 1), ledger.Delivered(1, 1)]);
    }

    [Fact]
    public void Hand_BytesOfNoMessage_AreCorrupt()
    {
        SpoolLedger ledger = Fresh();

        ledger.Hand("consumer", "/A"u8, "s1"u8, "on"u8);

        Assert.Equal([1, 0], [ledger.Corrupt(0), ledger.Delivered(0, 0)]);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void Crash_AfterHandingOver_ExcusesOneDuplicateUnlessSettled(bool settled, int excused)
    {
        SpoolLedger ledger = Fresh();
        ledger.Hand("consumer", "/A"u8, "s1"u8, "one"u8);
        if (settled)
            ledger.Reach("consumer", ConsumerPoint.Settled);

        ledger.Crash();

        Assert.Equal(excused, ledger.Excused(0, 0));
    }

    [Fact]
    public void Fingerprint_FourthDelivery_IsThatOfTheThird()
    {
        SpoolLedger ledger = Fresh();
        Fingerprint[] prints = new Fingerprint[5];
        for (int i = 1; i < prints.Length; i++)
        {
            ledger.Hand("consumer", "/A"u8, "s1"u8, "one"u8);
            ledger.Reach("consumer", ConsumerPoint.Settled);
            prints[i] = ledger.Fingerprint();
        }

        Assert.NotEqual(prints[2], prints[3]);
        Assert.Equal(prints[3], prints[4]);
    }

    [Fact]
    public void Copy_ThenChanged_LeavesTheOriginal()
    {
        SpoolLedger ledger = Fresh();
        ILedger copy = ledger.Copy();

        copy.Hand("consumer", "/A"u8, "s1"u8, "one"u8);

        Assert.Equal(0, ledger.Delivered(0, 0));
        Assert.Equal(Fresh().Fingerprint(), ledger.Fingerprint());
    }
}
