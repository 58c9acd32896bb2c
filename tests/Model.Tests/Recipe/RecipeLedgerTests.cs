using TwoDoors.Model.Recipe;
using TwoDoors.Model.World;
using Xunit;

namespace TwoDoors.Model.Tests.Recipe;

public sealed class RecipeLedgerTests
{
    private static readonly FilePath File = "/f";

    [Fact]
    public void Hand_Promises_KeepsTheLastLast()
    {
        RecipeLedger ledger = new();
        ledger.Hand("a", "ack", File, "one"u8);
        ledger.Hand("a", "ack absent", File, []);
        ledger.Hand("a", "ack", File, "one"u8);

        Assert.Equal([null, "one"u8.ToArray()], ledger.Promises(File));
    }

    [Fact]
    public void Crash_OpenDelivery_IsExcusedOnce()
    {
        RecipeLedger ledger = new();
        ledger.Hand("a", "deliver", File, "mail"u8);
        ledger.Crash();
        ledger.Crash();

        Assert.Equal(new Delivery(1, 1, IsOpen: false), ledger.Delivered("mail"u8.ToArray()));
    }

    [Fact]
    public void Crash_SettledDelivery_IsNotExcused()
    {
        RecipeLedger ledger = new();
        ledger.Hand("a", "deliver", File, "mail"u8);
        ledger.Hand("a", "settle", File, "mail"u8);
        ledger.Crash();

        Assert.Equal(new Delivery(1, 0, IsOpen: false), ledger.Delivered("mail"u8.ToArray()));
    }

    [Fact]
    public void Hand_ManyDeliveries_CountsUpToTheCap()
    {
        RecipeLedger ledger = new();
        for (int i = 0; i < 10; i++)
            ledger.Hand("a", "deliver", File, "mail"u8);

        Assert.Equal(RecipeLedger.CountMax, ledger.Delivered("mail"u8.ToArray()).Count);
    }

    [Fact]
    public void Copy_ThenChanged_LeavesTheFirst()
    {
        RecipeLedger ledger = new();
        ledger.Hand("a", "ack", File, "one"u8);
        RecipeLedger copy = (RecipeLedger)ledger.Copy();
        copy.Hand("a", "ack", File, "two"u8);

        Assert.Single(ledger.Promises(File));
        Assert.NotEqual(ledger.Fingerprint(), copy.Fingerprint());
        Assert.Equal(ledger.Fingerprint(), ledger.Copy().Fingerprint());
    }

    [Fact]
    public void Crash_Finished_StartsAgain()
    {
        RecipeLedger ledger = new();
        ledger.Reach("a", RecipePoint.Finished);
        ledger.Reach("a", RecipePoint.RecoveryFailed);
        ledger.Crash();

        Assert.Equal((0, false, true), (ledger.Finished, ledger.RecoveryFailed, ledger.HasCrashed));
    }
}
