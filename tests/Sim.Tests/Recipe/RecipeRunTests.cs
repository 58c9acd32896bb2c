using System.Text;
using TwoDoors.Model.Recipe;
using TwoDoors.Model.World;
using TwoDoors.Sim.Explore;
using Xunit;

namespace TwoDoors.Sim.Tests.Recipe;

public sealed class RecipeRunTests
{
    private readonly DirectHost host = new();

    [Fact]
    public async Task Start_ExampleOfTheManual_PublishesAndAcks()
    {
        await Run(ManualExample());

        Assert.Equal("new", Text("/d/f"));
        Assert.Null(host.Read("/d/f.tmp"));
        Assert.Equal(["Recovered", "Finished"], host.Points);
        Assert.Equal("acked /d/f: \"new\"", host.Ledger.Describe());
    }

    [Fact]
    public async Task Start_FailingCall_EndsTheActivity()
    {
        await Steps("- mkdir: /a", "- mkdir: /a", "- mkdir: /b");

        Assert.Equal(["Recovered", "Failed"], host.Points);
        Assert.Equal([(FilePath)"a"u8], host.Names("/"));
    }

    [Fact]
    public async Task Start_AllowedFailure_GoesOn()
    {
        await Steps(
            "- mkdir: /a",
            "- mkdir: { path: /a, exists: ok }",
            "- unlink: { path: /a/x, missing: ok }",
            "- rmdir: { path: /a/x, fails: [ENOENT] }",
            "- mkdir: /b");

        Assert.Equal(["a", "b"], host.Names("/").Select(name => name.ToString()));
    }

    [Fact]
    public async Task Start_WriteAppendTruncate_MakeTheTextTheySay()
    {
        await Steps(
            "- creat: { path: /f, as: f }",
            "- write: { to: f, text: [ab, { repeat: xy, times: 2 }, { zeros: 1 }, { hex: 0a }] }",
            "- write: { to: f, text: C, at: 2 }",
            "- truncate: { file: f, length: 6 }",
            "- append: { to: f, text: end }",
            "- read: { path: /f, expect: abCyxyend }");

        Assert.Equal("abCyxyend", Text("/f"));
        Assert.Equal(["Recovered", "Finished"], host.Points);
    }

    [Fact]
    public async Task Start_ReadsOfHandles_AreWrittenAgain()
    {
        await Steps(
            "- creat: { path: /f, as: f }",
            "- write: { to: f, text: abcdef }",
            "- open: { path: /f, as: g }",
            "- read: { from: g, length: 2, expect: ab, as: first }",
            "- read: { from: g, length: 9, at: 4, expect: ef }",
            "- read: { from: g, length: 9, expect: cdef, as: rest }",
            "- read: { from: g, length: 9, expect: \"\" }",
            "- write: { to: f, read: rest }",
            "- write: { to: f, read: first, at: 0 }");

        Assert.Equal("abcdefcdef", Text("/f"));
        Assert.Equal(["Recovered", "Finished"], host.Points);
    }

    [Theory]
    [InlineData("mkdir: { path: /a, must-fail: EEXIST }", "Finished")]
    [InlineData("mkdir: { path: /a, must-fail: ENOENT }", "Failed")]
    [InlineData("mkdir: { path: /b, must-fail: EEXIST }", "Failed")]
    [InlineData("read: { path: /t, expect: other }", "Failed")]
    public async Task Start_AnswerThatIsNotTheOneAskedFor_EndsTheActivity(string step, string end)
    {
        await Steps("- mkdir: /a", "- creat: { path: /t, as: t }", $"- {step}");

        Assert.Equal(["Recovered", end], host.Points);
    }

    [Fact]
    public async Task Start_Branches_FollowTheDisk()
    {
        await Steps(
            "- if-exists: /a\n    then: [mkdir: /wrong]\n    else: [mkdir: /a]",
            "- if-exists: /a\n    then: [creat: { path: /a/f, as: f }, write: { to: f, text: x }, close: f]",
            "- if-holds: { path: /a/f, text: x }\n    then: [mkdir: /held]",
            "- if-holds: { path: /a/g, text: x }\n    else: [mkdir: /missing]");

        Assert.Equal(["a", "held", "missing"], host.Names("/").Select(name => name.ToString()));
    }

    [Fact]
    public async Task Start_ForEach_BindsEveryNameButDirectories()
    {
        await Steps(
            "- mkdir: /q",
            "- mkdir: /q/sub",
            "- mkdir: /done",
            "- creat: { path: /q/b, as: f }",
            "- creat: { path: /q/a, as: g }",
            "- for-each: /q\n    as: n\n    do: [rename: { from: \"/q/${n}\", to: \"/done/${n}.ok\" }]");

        Assert.Equal(["a.ok", "b.ok"], host.Names("/done").Select(name => name.ToString()));
        Assert.Equal(["sub"], host.Names("/q").Select(name => name.ToString()));
    }

    [Fact]
    public async Task Start_Deliver_HandsTheContentAndSettles()
    {
        await Steps(
            "- creat: { path: /m, as: m }",
            "- write: { to: m, text: mail }",
            "- deliver: /m\n    settle: [unlink: /m]");

        Assert.Equal(new Delivery(1, 0, IsOpen: false), host.Ledger.Delivered(Encoding.UTF8.GetBytes("mail")));
        Assert.Null(host.Read("/m"));
    }

    [Fact]
    public async Task Start_NamesOfInodesAndFreshNames_AreBound()
    {
        await Steps(
            "- creat: { path: /t, as: t }",
            "- inode-of: { file: t, as: id }",
            "- rename: { from: /t, to: \"/i${id}\" }",
            "- fresh-name: n",
            "- symlink: { target: gone, path: \"/${n}\" }");

        long inode = host.Calls.Stat($"/{host.Names("/")[0]}", default).Value.Inode;
        Assert.Equal([$"i{inode}", "n1"], host.Names("/").Select(name => name.ToString()));
    }

    [Fact]
    public async Task Start_TwoActivities_BothFinish()
    {
        string text = RecipeText.Around(
            """
            activities:
              one: [mkdir: /one]
              two: [mkdir: /two]
            properties:
              - exists: /one
            """);
        await Run(text);

        Assert.Equal(2, host.Ledger.Finished);
    }

    private static string ManualExample()
    {
        string manual = RecipeText.OfRepository("docs/recipes.md");
        int start = manual.IndexOf("```yaml\n", StringComparison.Ordinal) + 8;
        return manual[start..manual.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private Task Steps(params string[] steps) => Run(RecipeText.Around(
        $"steps:\n  {string.Join("\n  ", steps)}\nproperties:\n  - exists: /\n"));

    private async Task Run(string text)
    {
        Subject subject = RecipeText.Load(text).Subject;
        foreach (FilePath directory in subject.Mounts[0].Directories)
            Assert.Equal(Errno.Ok, host.Calls.MakeDirectory(directory, 0x1ED, default));
        foreach (KeyValuePair<FilePath, byte[]> file in subject.Mounts[0].Files)
        {
            Handle handle = host.Calls.Open(file.Key, OpenFlags.Create | OpenFlags.WriteOnly, 0x1A4, default).Value;
            Assert.Equal(file.Value.Length, host.Calls.Write(handle, file.Value).Value);
        }

        await subject.Boot(host, null!);
    }

    private string Text(string path) => Encoding.UTF8.GetString(host.Read(path) ?? []);
}
