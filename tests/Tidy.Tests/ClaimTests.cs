using Xunit;

namespace TwoDoors.Tidy.Tests;

public sealed class ClaimTests
{
    public static TheoryData<string> Names => [.. Claim.All.Select(claim => claim.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Tree_AsItIs_KeepsTheClaim(string name)
    {
        string breaches = string.Join('\n', Find(name).Breaches(Tree.Here));

        Assert.True(breaches.Length == 0, breaches);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Checker_BadSamples_FindsSomethingInEach(string name)
    {
        Claim claim = Find(name);

        Assert.NotEmpty(claim.Bad);
        Assert.All(claim.Bad, tree => Assert.NotEmpty(claim.Breaches(tree)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Checker_GoodSample_FindsNothing(string name)
    {
        Claim claim = Find(name);

        Assert.Empty(claim.Breaches(claim.Good));
    }

    [Fact]
    public void Tree_AsItIs_HoldsTheThreeRooms()
    {
        string[] rooms = ["src/Model/", "src/Sim/", "src/Real/"];

        Assert.All(rooms, room => Assert.True(Tree.Here.Under(room).Count() > 1, room));
    }

    private static Claim Find(string name) => Claim.All.Single(claim => claim.Name == name);
}
