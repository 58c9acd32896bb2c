using TwoDoors.Model.Claims;
using TwoDoors.Model.Spool;
using TwoDoors.Model.World;
using Xunit;

namespace TwoDoors.Model.Tests.Spool;

public class SpoolPropertiesTests
{
    [Theory]
    [InlineData("", "", "no-loss delivered")]
    [InlineData("A", "", "no-loss all-or-nothing delivered")]
    [InlineData("AB", "", "")]
    [InlineData("AAB", "", "no-duplicate")]
    [InlineData("ABx", "", "no-corruption")]
    [InlineData("AB", "m1", "recovery-converges")]
    [InlineData("AB", ".hidden", "")]
    public void Broken_AfterDeliveries_NamesWhatIsWrong(string delivered, string left, string broken)
    {
        View view = new(left);
        foreach (char queue in delivered)
        {
            FilePath channel = queue == 'B' ? "/B"u8 : "/A"u8;
            view.Ledger.Hand("consumer", channel, "s1"u8, queue == 'x' ? "torn"u8 : "one"u8);
        }

        IEnumerable<string> found = SpoolProperties.Of(["/S"u8], asWritten: true)
            .Where(property => property.Broken(view) is not null)
            .Select(property => property.Name);

        Assert.Equal(broken, string.Join(' ', found));
    }

    private sealed class View(string left) : IWorldView
    {
        public ILedger Ledger { get; } = new SpoolLedger(["/A"u8, "/B"u8], ["one"u8.ToArray()]);

        public byte[]? Read(FilePath path) => null;

        public IReadOnlyList<FilePath> Names(FilePath path) => left.Length == 0 ? [] : [left];
    }
}
