using Xunit;

namespace TwoDoors.Real.Tests.Crashes;

public sealed class NameHistoryTests
{
    [Theory]
    [InlineData("SourcesUnlinked", "m A1 B1 A2 B2 s2", false, true)]
    [InlineData("SourcesUnlinked", "m A1 B1 A2 B2 s2", true, false)]
    [InlineData("SourcesUnlinked", "m A1 B1 A2 B2 s1", false, false)]
    [InlineData("Committed", "m A1 B1 A2 B2 s1 s2", false, false)]
    [InlineData("CopiesWritten", "m A1 A2 B2 s1 s2", false, false)]
    public void Allows_AState_OnlyWhereTheOrderLeavesIt(string point, string names, bool allIsKept, bool allowed) =>
        Assert.Equal(allowed, NameHistory.At(point).Allows(names, allIsKept));
}
