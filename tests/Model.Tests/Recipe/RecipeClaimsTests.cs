using System.Text;
using TwoDoors.Model.Claims;
using TwoDoors.Model.Recipe;
using TwoDoors.Model.World;
using Xunit;

namespace TwoDoors.Model.Tests.Recipe;

public sealed class RecipeClaimsTests
{
    private static readonly byte[] One = "one"u8.ToArray();
    private static readonly byte[] Two = "two"u8.ToArray();
    private static readonly FileVersions Versions = new("/q/f", "old"u8.ToArray(), [[One, Two]]);

    [Theory]
    [InlineData("one", 1, "ne", true)]
    [InlineData("one", 1, "n", true)]
    [InlineData("one", 2, "ex", false)]
    [InlineData("one", 9, "e", false)]
    [InlineData(null, 0, "o", false)]
    public void HoldsAt_Offset_LooksThere(string? content, int offset, string text, bool holds)
    {
        Condition condition = Conditions.HoldsAt("/q/f", offset, Encoding.UTF8.GetBytes(text));

        Assert.Equal(holds, condition(new View(content)) is null);
    }

    [Theory]
    [InlineData("one", 4, true)]
    [InlineData("one", 3, false)]
    [InlineData(null, 1, true)]
    public void Shorter_Length_CountsNoFileAsNone(string? content, int length, bool holds) =>
        Assert.Equal(holds, Conditions.Shorter("/q/f", length)(new View(content)) is null);

    [Theory]
    [InlineData(0, "anything", true)]
    [InlineData(1, "old", false)]
    [InlineData(1, "one", true)]
    [InlineData(1, "two", true)]
    [InlineData(2, "one", false)]
    [InlineData(2, "two", true)]
    [InlineData(2, null, false)]
    public void AckedSurvives_AfterSomeAcks_AllowsTheLastAndNewer(int acks, string? content, bool holds)
    {
        View view = new(content);
        foreach (byte[] text in new[] { One, Two }.Take(acks))
            view.Ledger.Hand("a", "ack", "/q/f", text);

        Assert.Equal(holds, RecipeClaims.AckedSurvives(Versions)(view) is null);
    }

    [Fact]
    public void AckedInDirectory_TextUnderAnyName_Survives()
    {
        View view = new("one");
        view.Ledger.Hand("a", "ack", "/q", One);

        Assert.Null(RecipeClaims.AckedInDirectory("/q")(view));
    }

    [Fact]
    public void AckedInDirectory_TornText_IsLostUnlessDelivered()
    {
        View view = new("on");
        view.Ledger.Hand("a", "ack", "/q", One);
        string? lost = RecipeClaims.AckedInDirectory("/q")(view);
        view.Ledger.Hand("a", "deliver", "/q/f", One);

        Assert.Equal("no file in /q holds \"one\", which was acked", lost);
        Assert.Null(RecipeClaims.AckedInDirectory("/q")(view));
    }

    [Fact]
    public void NoDuplicate_SecondDelivery_NeedsAnExcuse()
    {
        View view = new(null);
        view.Ledger.Hand("a", "deliver", "/q/f", One);
        view.Ledger.Crash();
        view.Ledger.Hand("a", "deliver", "/q/f", One);
        bool excused = RecipeClaims.NoDuplicate(view) is null;
        view.Ledger.Hand("a", "deliver", "/q/f", One);

        Assert.True(excused);
        Assert.Equal("\"one\" was delivered 3 times", RecipeClaims.NoDuplicate(view));
    }

    [Theory]
    [InlineData("on", true, true)]
    [InlineData("", true, true)]
    [InlineData("owe", false, true)]
    [InlineData("onX", false, false)]
    [InlineData("ones", false, false)]
    [InlineData(null, true, true)]
    public void PrefixAndNoGarbage_OfContents_Differ(string? content, bool prefix, bool clean)
    {
        View view = new(content);

        Assert.Equal(prefix, Conditions.PrefixOf("/q/f", [One, Two])(view) is null);
        Assert.Equal(clean, Conditions.NoGarbage("/q/f", [One, "twe"u8.ToArray()])(view) is null);
    }

    [Fact]
    public void Implies_FirstHoldsAndSecondDoesNot_SaysBoth()
    {
        View view = new("one");
        Condition condition = Conditions.Implies(Conditions.Exists("/q/f"), "/q/f is there", Conditions.Exists("/q/g"));

        Assert.Equal("/q/g is not there, although /q/f is there", condition(view));
    }

    [Theory]
    [InlineData("", "an empty file")]
    [InlineData("new\n", "\"new\\n\"")]
    [InlineData("NNNNNNNNNN", "'N' x 10")]
    [InlineData("a\0\0\0\0\0\0\0\0\0b", "\"a\", 0x00 x 9, \"b\"")]
    public void Show_Content_CountsRuns(string content, string shown) =>
        Assert.Equal(shown, Content.Show(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Variables_OfATemplate_AreFound() =>
        Assert.Equal(["id", "n"], new PathTemplate("/q/${id}.${n}/${").Variables);

    /// <summary>One file /q/f, or none.</summary>
    private sealed class View(string? content) : IWorldView
    {
        public RecipeLedger Ledger { get; } = new();

        ILedger IWorldView.Ledger => Ledger;

        public byte[]? Read(FilePath path) =>
            content is not null && path == (FilePath)"/q/f" ? Encoding.UTF8.GetBytes(content) : null;

        public IReadOnlyList<FilePath> Names(FilePath path) => content is null ? [] : ["f"];
    }
}
