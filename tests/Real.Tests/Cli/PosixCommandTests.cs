using Xunit;

namespace TwoDoors.Real.Tests.Cli;

public sealed class PosixCommandTests : IDisposable
{
    private readonly Scratch scratch = new();

    /// <inheritdoc/>
    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Posix_AbsolutePath_StaysBelowTheRoot()
    {
        Ran ran = Script("mkdir \"/etc\" 0o755\nreaddir \"/\"");

        Assert.Contains("entries=etc", ran.Out, StringComparison.Ordinal);
        Assert.Equal([scratch["one.script"]], Directory.GetFileSystemEntries(scratch.Root));
    }

    [Fact]
    public void Posix_OtherUser_IsHeldToThePermissions()
    {
        Ran ran = Script(
            """
            mkdir "d" 0o700
            Pid 2 -> create (User_id 1000) (Group_id 1000)
            Pid 2 -> stat "d/f"
            Pid 2 -> mkdir "e" 0o777
            stat "e"
            """);

        Assert.Contains("stat \"d/f\": EACCES", ran.Out, StringComparison.Ordinal);
        Assert.Contains("uid=1000 gid=1000", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Posix_MistakeInAScript_SaysWhere()
    {
        Ran ran = Script("mkdri \"d\" 0o777");

        Assert.Equal(2, ran.Code);
        Assert.Contains("one.script:2:1: ", ran.Error, StringComparison.Ordinal);
    }

    private Ran Script(string text)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "chroot needs root");
        File.WriteAllText(scratch["one.script"], $"@type script\n{text}\n");
        return Daemon.Run("posix", scratch["one.script"], "--root", scratch.Root);
    }
}
