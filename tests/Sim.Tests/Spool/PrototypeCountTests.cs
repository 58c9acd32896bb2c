using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios;
using Xunit;

namespace TwoDoors.Sim.Tests.Spool;

/// <summary>Numbers of distinct crash states within three crashes, from an independent checker of the same model that
/// was written first (docs/FAULTS.md, "Differences in state counts"). Equal counts mean that disk, machine, search and
/// protocol agree with it on every state.</summary>
public class PrototypeCountTests
{
    [Theory]
    [InlineData("literal-on-posix-min", 34_832)]
    [InlineData("literal-on-ext4-ordered", 2_853)]
    [InlineData("literal-on-xfs", 2_853)]
    [InlineData("literal-on-ext3-ordered", 82)]
    [InlineData("literal-on-three-file-systems", 11_585)]
    [InlineData("generous-on-posix-min", 10_928)]
    [InlineData("generous-on-posix-min-alice", 14_214)]
    [InlineData("generous-on-btrfs", 6_877)]
    [InlineData("generous-on-ext4-ordered", 100)]
    [InlineData("generous-on-three-file-systems", 4_602)]
    public void Explore_AsWrittenWithThreeCrashes_MeetsThePrototypesStates(string scenario, long states)
    {
        Subject subject = Load(scenario) with { HostCrashes = 3 };

        Assert.Equal(states, Explorer.Explore(subject, new ExploreOptions()).Counts.States);
    }

    private static Subject Load(string name)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TwoDoors.slnx")))
            folder = folder.Parent;
        string file = Path.Combine(folder!.FullName, "scenarios", "spool", "as-written", $"{name}.yaml");
        return Scenario.Load(file, File.ReadAllText(file), [], Systems.All).Subject;
    }
}
