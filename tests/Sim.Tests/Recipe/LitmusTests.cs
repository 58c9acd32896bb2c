using TwoDoors.Sim.Explore;
using Xunit;

namespace TwoDoors.Sim.Tests.Recipe;

public sealed class LitmusTests
{
    private static readonly string[] Profiles =
        ["ext4-ordered", "ext4-writeback", "data-journal", "ext3-ordered", "xfs", "btrfs", "ext2-like"];

    /// <summary>X: a Linux 6.18 kernel showed a counterexample under a block recorder, so the profile must allow it.
    /// o: the kernel showed none, the profile allows it on purpose: it promises no more than the literature says.
    /// A dot: the profile forbids it, and the kernel showed none.</summary>
    [Theory]
    [InlineData("fsync-keeps-the-new-name", "......o")]
    [InlineData("fdatasync-keeps-the-new-name", "......o")]
    [InlineData("fsync-keeps-new-directories", ".....oo")]
    [InlineData("create-before-create", ".....XX")]
    [InlineData("unlink-before-create", ".....XX")]
    [InlineData("rename-then-fsync-file", "......X")]
    [InlineData("link-then-fsync-file", "......X")]
    [InlineData("link-unlink-fsync-directory", ".....oX")]
    [InlineData("rename-fsync-source-directory", "......X")]
    [InlineData("replace-by-rename", "....X.X")]
    [InlineData("create-by-rename", "XX..XoX")]
    [InlineData("rewrite-in-place", "ooooooX")]
    [InlineData("append-before-append", "XX.XXXX")]
    [InlineData("overwrite-before-unlink", "XX.XXoX")]
    [InlineData("single-sector-append", "oo.oooX")]
    public void Explore_LitmusOnEachFileSystem_AllowsWhatTheKernelShowed(string name, string expected)
    {
        string text = RecipeText.OfRepository($"scenarios/recipe/litmus/{name}.yaml");

        string found = string.Concat(Profiles.Select((profile, i) => Mark(text, profile, expected[i])));

        Assert.Equal(expected, found);
    }

    /// <summary>What was measured on real mail queues: Postfix loses acked mail only where an fsync of a file does not
    /// take its name along, qmail wherever a link needs a sync, and two fsyncs of directories cure it.</summary>
    [Theory]
    [InlineData("postfix-enqueue", "......X")]
    [InlineData("postfix-enqueue-fsynced", ".......")]
    [InlineData("qmail-enqueue", "XXXXXXX")]
    [InlineData("qmail-enqueue-fsynced", ".......")]
    public void Explore_MailQueueOnEachFileSystem_LosesAsMeasured(string name, string expected)
    {
        string text = RecipeText.OfRepository($"scenarios/recipe/{name}.yaml");

        string found = string.Concat(Profiles.Select((profile, i) => Mark(text, profile, expected[i])));

        Assert.Equal(expected, found);
    }

    private static string Mark(string text, string profile, char expected)
    {
        Subject subject = RecipeText.Load(text, $"disk.profile={profile}").Subject;
        Verdict verdict = Explorer.Explore(subject, new ExploreOptions(StopAtFirst: true));
        bool violated = verdict.Outcome == Outcome.Violates && verdict.Violations[0].Property != "no-exception";
        return violated ? expected == 'o' ? "o" : "X" : verdict.Outcome == Outcome.Holds ? "." : "?";
    }
}
