using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Kernel.Files;
using Xunit;

namespace TwoDoors.Sim.Tests.Kernel.Dependence;

/// <summary>The table of docs/DEPENDENCE.md by brute force: what does not conflict is made in both orders, in random
/// states, and must answer alike and leave alike.</summary>
public sealed class DependenceTests
{
    private const int Pairs = 1500;

    public static TheoryData<string, string?> Worlds { get; } = new MatrixTheoryData<string, string?>(
        [.. DiskProfile.All.Select(profile => profile.Name)], [null, "eio-fsync", "enospc"]);

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Calls_WithoutConflict_CommuteWithAllTheirCrashStates(string profile, string? fault)
    {
        DiskOptions options = new(DiskProfile.Named(profile), ReuseInodes: profile.Length % 2 == 0);

        Assert.Null(Commuting.Disagreement(options, fault, Pairs / 5, crashes: true, wrong: null));
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Orders_ThatCountAsOneState_AreOneState(string profile, string? fault)
    {
        DiskOptions options = new(DiskProfile.Named(profile), ReuseInodes: profile.Length % 2 == 0);

        Assert.Null(Commuting.Confusion(options, fault, Pairs));
    }

    [Fact]
    public void Calls_WithoutConflict_CommuteWhereNoCrashComes()
    {
        DiskOptions options = new(DiskProfile.Named("ext4-ordered"));

        Assert.Null(Commuting.Disagreement(options, null, Pairs, crashes: false, wrong: null));
    }

    [Theory]
    [InlineData("ext4-ordered", null, (int)Facet.Data)]
    [InlineData("posix-min", null, (int)Facet.Attributes)]
    [InlineData("posix-min", null, (int)Facet.Links)]
    [InlineData("btrfs", null, (int)Facet.NamedBy)]
    [InlineData("posix-min", null, (int)Facet.Names)]
    [InlineData("posix-min", null, (int)Facet.Lock)]
    [InlineData("posix-min", "eio-fsync", (int)Facet.Failures)]
    [InlineData("posix-min", "enospc", (int)Facet.Faults)]
    [InlineData("ext4-ordered", null, (int)Facet.Cut)]
    [InlineData("posix-min", null, (int)Facet.Tree)]
    [InlineData("posix-min", null, (int)Facet.Numbers)]
    [InlineData("ext4-ordered", null, (int)Facet.Pending)]
    [InlineData("posix-min", null, (int)Facet.Crash)]
    public void Calls_WithARowLeftOut_AreCaught(string profile, string? fault, int wrong)
    {
        DiskOptions options = new(DiskProfile.Named(profile), ReuseInodes: wrong == (int)Facet.Numbers);

        Assert.NotNull(Commuting.Disagreement(options, fault, Pairs * 20, crashes: true, (Facet)wrong));
    }
}
