using TwoDoors.Model.Claims;
using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Explore;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Boots;

/// <summary>Two activities make a file each, in either order; what a claim looks at depends on what it sees. Origin of
/// what must be found: the state after one of the two, which breaks the claim.</summary>
public sealed class ClaimLookTests
{
    [Theory]
    [InlineData("/A/x", "/B/x")]
    [InlineData("/B/x", "/A/x")]
    public void Search_ClaimLooksAtAnotherFileOnceTheFirstIsThere_BreaksIt(string first, string then) =>
        Assert.Single(Explore(view => view.Read(first) is not null && view.Read(then) is null).Violations);

    [Theory]
    [InlineData("/A/x", "/B/x")]
    [InlineData("/B/x", "/A/x")]
    public void Search_ClaimLooksAtAnotherFileUntilTheFirstIsThere_BreaksIt(string first, string then) =>
        Assert.Single(Explore(view => view.Read(first) is null && view.Read(then) is not null).Violations);

    /// <summary>Origin: the claim, which is true of the world before anybody did anything.</summary>
    [Theory]
    [InlineData("exhaustive")]
    [InlineData("dfs")]
    public void Search_ClaimIsMetInTheFirstStateOnly_IsMet(string strategy)
    {
        Property empty = new("empty", "nothing is there", ClaimTime.Sometimes,
            view => view.Names("/A").Count + view.Names("/B").Count == 0 ? null : "not yet");

        Assert.Empty(Explore(empty, strategy).Violations);
    }

    private static Verdict Explore(Func<IWorldView, bool> broken) => Explore(
        new("one", "one file never is without the other", ClaimTime.Always, view => broken(view) ? "it is" : null),
        "exhaustive");

    private static Verdict Explore(Property claim, string strategy)
    {
        Subject subject = new()
        {
            Name = "test/looks",
            Mounts = [new MountSetup("/", ["/A", "/B"], [])],
            Profile = "posix-min",
            NewLedger = () => new ListLedger(),
            Boot = (host, choices) => Boot(host),
            Properties = [claim],
            HostCrashes = 0,
        };
        return Explorer.Explore(subject, new ExploreOptions(Strategy: strategy));
    }

    private static async ValueTask Boot(IHost host)
    {
        IActivity one = host.Fork("a", own => Make(own, "/A/x"));
        IActivity other = host.Fork("b", own => Make(own, "/B/x"));
        await one.Join();
        await other.Join();
    }

    /// <summary>Its end, for which somebody waits, comes with another step.</summary>
    private static async ValueTask Make(IHost host, FilePath path)
    {
        await host.Files.Open(path, OpenFlags.Create | OpenFlags.WriteOnly, 0x1A4);
        await host.Files.Stat("/none");
    }
}
