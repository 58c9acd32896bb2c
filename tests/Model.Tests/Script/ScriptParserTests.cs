using System.Text;
using TwoDoors.Model.Script;
using TwoDoors.Model.World;
using Xunit;

namespace TwoDoors.Model.Tests.Script;

public sealed class ScriptParserTests
{
    [Theory]
    [InlineData("mkdri \"d\" 0o777", "s:2:1: expected a call, not 'mkdri'; did you mean 'mkdir'?")]
    [InlineData("open \"d\" [O_CREATE]", "s:2:11: expected a flag, not 'O_CREATE'; did you mean 'O_CREAT'?")]
    [InlineData("close (DH 1)", "s:2:7: expected (FD NUMBER), not '('")]
    [InlineData("mkdir \"d\"", "s:2:10: expected a mode such as 0o644 or <rw-r--r-->, but the line ends")]
    [InlineData("rmdir \"d", "s:2:7: expected '\"' at the end of the string that begins here")]
    [InlineData("rmdir \"d\" \"e\"", "s:2:11: expected the end of the line, not '\"e\"'")]
    [InlineData("truncate \"d\" 0o9", "s:2:14: expected a number, not '0o9'")]
    public void Parse_Mistake_SaysWhereAndWhatWasExpected(string line, string says)
    {
        byte[] text = Encoding.UTF8.GetBytes($"@type script\n{line}\n");
        PosixScript? script = ScriptParser.Parse("s", text, out ScriptMistake? mistake);

        Assert.Null(script);
        Assert.Equal(says, $"{mistake}");
    }

    [Fact]
    public void Parse_NoHeader_SaysSo()
    {
        ScriptParser.Parse("s", "mkdir \"d\" 0o777"u8, out ScriptMistake? mistake);

        Assert.Equal("s:1:1: expected '@type script' before the first call, not 'mkdir'", $"{mistake}");
    }

    [Fact]
    public void Parse_LineOfAProcess_KeepsAllOfIt()
    {
        ScriptCommand command = Only("Pid 2 -> write! (FD 3) \"\\\"\\001\\xF3\\n\" 4 # why");

        Assert.Equal(2, command.Process);
        Assert.True(command.Whole);
        Assert.Equal([(byte)'"', 1, 0xf3, (byte)'\n'], command.Bytes.ToArray());
        Assert.Equal("write! (FD 3) \"\\\"\\001\\xF3\\n\" 4", command.Text);
    }

    [Theory]
    [InlineData("0o4755", 0x9ED)]
    [InlineData("01777", 0x3FF)]
    [InlineData("<rwsr-xr-t>", 0xBED)]
    [InlineData("<--------T>", 0x200)]
    public void Parse_Mode_IsRead(string mode, int bits)
    {
        Assert.Equal(bits, Only($"chmod /d {mode}").Number);
    }

    [Fact]
    public void Parse_PathAfterAHandle_IsRelativeToIt()
    {
        ScriptCommand command = Only("open (FD 3) \"f\" [O_CREAT; O_RDWR] 0o600");

        Assert.Equal(3, command.File);
        Assert.Equal(OpenFlags.Create | OpenFlags.ReadWrite, command.Flags);
    }

    private static ScriptCommand Only(string line)
    {
        byte[] text = Encoding.UTF8.GetBytes($"@type script\n# comment\n\n{line}\n");
        PosixScript? script = ScriptParser.Parse("s", text, out ScriptMistake? mistake);
        Assert.Null(mistake);
        return Assert.Single(script!.Commands);
    }
}
