using System.Text.Json;
using Xunit;

namespace TwoDoors.Real.Tests.Cli;

public sealed class SpoolCommandTests : IDisposable
{
    private readonly Scratch scratch = new();
    private readonly SpoolDirectories spool;

    public SpoolCommandTests() => spool = new SpoolDirectories(scratch.Root);

    /// <inheritdoc/>
    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Copy_ThreeMessages_DeliversEachOnceToEachQueue()
    {
        spool.Put("s1", 0);
        spool.Put("s2", 70_000);
        spool.Put("name with spaces", 3);

        spool.MustEndWithEachDeliveredOnce();
    }

    [Fact]
    public void Copy_OneNamedMessage_LeavesTheOthers()
    {
        spool.Put("s1", 10);
        spool.Put("s2", 10);

        Ran ran = Daemon.Run(["spool", "copy", .. spool.Route, "s2"]);

        Assert.Equal(0, ran.Code);
        Assert.Equal(["s1"], SpoolDirectories.Names(spool.S));
        spool.MustEndWithEachDeliveredOnce();
    }

    [Fact]
    public void Copy_NameThatIsNoText_IsTakenAsItIs()
    {
        string script = $"printf hello > '{spool.S}'/$(printf 'a\\377b') && "
            + $"'{AppContext.BaseDirectory}/twodoorsd' spool copy --from '{spool.S}' --to '{spool.A}' --json "
            + "$(printf 'a\\377b')";
        using System.Diagnostics.Process shell = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("/bin/sh", ["-c", script]) { RedirectStandardOutput = true })!;
        string output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();

        Assert.Equal(0, shell.ExitCode);
        Assert.Contains(@"""messages"":[""a\\xffb""]", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Copy_QueueOutOfReach_ChangesNothing()
    {
        spool.Put("s1", 10);

        Ran ran = Daemon.Run("spool", "copy", "--from", spool.S, "--to", spool.A, "--to", scratch["nowhere"]);

        Assert.Equal(1, ran.Code);
        Assert.Equal(
            $"twodoorsd: {scratch["nowhere"]}: open: ENOENT: a component of the path does not exist "
            + "(the queue is unreachable; nothing was changed)\n",
            ran.Error);
        Assert.Equal(["s1"], SpoolDirectories.Names(spool.S));
        Assert.Empty(SpoolDirectories.Names(spool.A));
    }

    [Fact]
    public void Copy_MissingMessage_FailsAloneAndSaysWhich()
    {
        spool.Put("s1", 10);

        Ran ran = Daemon.Run(["spool", "copy", .. spool.Route, "s1", "s9"]);

        Assert.Equal(1, ran.Code);
        Assert.Contains($"{spool.S}/s9: lstat: ENOENT: ", ran.Error, StringComparison.Ordinal);
        Assert.Empty(SpoolDirectories.Names(spool.S));
    }

    [Fact]
    public void Copy_AsJson_EndsWithTheTotals()
    {
        for (int i = 0; i < 5; i++)
            spool.Put($"s{i}", 10);

        Ran ran = Daemon.Run(["spool", "copy", .. spool.Route, "--batch", "2", "--json"]);

        JsonElement[] lines =
        [
            .. ran.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement),
        ];
        Assert.Equal([2, 2, 1, 5], lines.Select(line => line.GetProperty("messages").GetArrayLength()));
        Assert.All(lines, line => Assert.Equal("twodoorsd-spool-1", line.GetProperty("schema").GetString()));
        Assert.Equal("end", lines[^1].GetProperty("event").GetString());
        Assert.Equal("done", lines[^1].GetProperty("end").GetString());
    }

    [Fact]
    public void Watch_Once_CopiesAllThatWaitsAndEnds()
    {
        for (int i = 0; i < 7; i++)
            spool.Put($"s{i}", 100 * i);

        Ran ran = Daemon.Run(["spool", "watch", .. spool.Route, "--once", "--batch", "3"]);

        Assert.Equal(0, ran.Code);
        Assert.StartsWith("copied 7 from ", ran.Out, StringComparison.Ordinal);
        spool.MustEndWithEachDeliveredOnce();
    }

    [Fact]
    public void Deliver_ToACommandThatRefuses_KeepsTheMessage()
    {
        spool.Put("s1", 10);
        Daemon.Run(["spool", "copy", .. spool.Route]);
        string[] line = ["spool", "deliver", "--queue", spool.A, "--spool", spool.S, "--"];

        Ran refused = Daemon.Run([.. line, "/bin/sh", "-c", "exit 75"]);
        Ran taken = Daemon.Run([.. line, "/bin/sh", "-c", "test $(wc -c) = 10"]);

        Assert.Equal(1, refused.Code);
        Assert.Contains("deliver: EAGAIN", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, taken.Code);
        Assert.Empty(SpoolDirectories.Names(spool.A));
    }

    [Fact]
    public void Deliver_SpoolOutOfReach_TakesNothing()
    {
        spool.Put("s1", 10);
        Daemon.Run(["spool", "copy", .. spool.Route]);

        Ran ran = Daemon.Run("spool", "deliver", "--queue", spool.A, "--spool", scratch["nowhere"], "--stdout");

        Assert.Equal(1, ran.Code);
        Assert.Empty(ran.Bytes);
        Assert.Single(SpoolDirectories.Names(spool.A));
    }

    [Theory]
    [InlineData("a command is missing; expected one of: spool, posix")]
    [InlineData("unknown command 'pool'; expected one of: spool, posix", "pool")]
    [InlineData("unknown option '--form'; expected one of: --from, ", "spool", "copy", "--form=S")]
    [InlineData("Option '--from' is required", "spool", "copy", "--to", "A")]
    [InlineData("--batch 0: expected 1 to 10000", "spool", "copy", "--from", "/", "--to", "/tmp", "--batch", "0")]
    [InlineData("--to /: is the spool itself; expected another directory", "spool", "copy", "--from", "/", "--to", "/")]
    [InlineData("FILE 'a/b': expected a name in ", "spool", "copy", "--from", "S", "--to", "A", "a/b")]
    [InlineData("expected one of: --into DIR, --stdout, --", "spool", "deliver", "--queue", "A", "--spool", "S")]
    public void Run_WithAMistake_SaysWhatWasExpected(string mistake, params string[] arguments)
    {
        string[] there = [.. arguments.Select(word => word is "S" or "A" ? scratch[word] : word)];

        Ran ran = Daemon.Run(there);

        Assert.Equal(2, ran.Code);
        Assert.StartsWith($"twodoorsd: {mistake}", ran.Error, StringComparison.Ordinal);
        Assert.Single(ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("copy")]
    [InlineData("watch")]
    [InlineData("recover")]
    [InlineData("deliver")]
    public void Help_OfEveryCommand_EndsWithAnExample(string command) =>
        Assert.Contains($"Example:\n  twodoorsd spool {command} ", Daemon.Run("spool", command, "--help").Out, default);
}
