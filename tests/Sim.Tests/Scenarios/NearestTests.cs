using TwoDoors.Sim.Scenarios;
using Xunit;

namespace TwoDoors.Sim.Tests.Scenarios;

public sealed class NearestTests
{
    [Theory]
    [InlineData("variannt", "variant", 1)]
    [InlineData("raed", "read", 1)]
    [InlineData("", "ab", 2)]
    [InlineData("kitten", "sitting", 3)] // Levenshtein's usual example
    public void Distance_TwoWords_CountsChanges(string from, string to, int distance) =>
        Assert.Equal(distance, Nearest.Distance(from, to));

    [Theory]
    [InlineData("profil", "profile")]
    [InlineData("ext4", "ext4-ordered")]
    [InlineData("zzzz", null)]
    public void Word_AmongValid_IsTheNearEnough(string word, string? near) =>
        Assert.Equal(near, Nearest.Word(word, ["sector", "profile", "ext4-ordered"]));
}
