using System.ComponentModel;
using System.Diagnostics;
using TwoDoors.Model.World;

namespace TwoDoors.Real.Cli;

/// <summary>A program that takes each message on its standard input. TWODOORS_QUEUE and TWODOORS_MESSAGE tell it
/// where the message was and what it is.</summary>
internal sealed class CommandOutside : IOutside
{
    // EX_TEMPFAIL of sysexits.h.
    private const int TryLater = 75;

    private readonly string[] words;

    /// <summary>Runs these words.</summary>
    /// <exception cref="UsageException">One of them is no UTF-8.</exception>
    public CommandOutside(IEnumerable<string> raw) => words =
    [
        .. raw.Select(word => RawArguments.Text(word)
            ?? throw new UsageException($"COMMAND: '{RawArguments.Path(word)}' is not UTF-8; start it from a script")),
    ];

    /// <inheritdoc/>
    public ValueTask<Errno> Hand(FilePath channel, FilePath subject, ReadOnlyMemory<byte> bytes) =>
        new(Run(channel, subject, bytes));

    private Errno Run(FilePath channel, FilePath subject, ReadOnlyMemory<byte> bytes)
    {
        ProcessStartInfo start = new(words[0], words[1..]) { RedirectStandardInput = true };
        start.Environment["TWODOORS_QUEUE"] = channel.ToString();
        start.Environment["TWODOORS_MESSAGE"] = subject.ToString();
        try
        {
            using Process process = Process.Start(start)!;
            Feed(process.StandardInput.BaseStream, bytes);
            process.WaitForExit();
            return process.ExitCode switch
            {
                0 => Errno.Ok,
                TryLater => Errno.EAGAIN,
                _ => Errno.EIO,
            };
        }
        catch (Win32Exception missing)
        {
            throw new UsageException($"COMMAND: {words[0]}: {missing.Message}");
        }
    }

    // A program may take a message without reading all of it; its exit code says whether it did.
    private static void Feed(Stream input, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            input.Write(bytes.Span);
            input.Close();
        }
        catch (IOException)
        {
            return;
        }
    }
}
