using System.CommandLine;
using TwoDoors.Model.Spool;
using TwoDoors.Model.World;

namespace TwoDoors.Real.Cli;

/// <summary>From where to where, and how many at a time.</summary>
internal sealed class CopyArguments
{
    private readonly Option<string> from = new("--from")
    {
        Description = "The spool: a directory. Its messages are its regular files, but for hidden ones.",
        Required = true,
        HelpName = "S",
    };

    private readonly Option<string[]> to = new("--to")
    {
        Description = "A queue: a directory. Give one for each copy.",
        Required = true,
        HelpName = "D",
    };

    private readonly Option<int> batch = new("--batch")
    {
        Description = "How many messages share the fsyncs of a commit, at most.",
        DefaultValueFactory = _ => 64,
        HelpName = "K",
    };

    /// <summary>Adds the options to a command.</summary>
    public CopyArguments(Command command)
    {
        command.Add(from);
        command.Add(to);
        command.Add(batch);
    }

    /// <summary>The queues of a spool as a list for people.</summary>
    public static string Queues(SpoolOptions options) => string.Join(", ", options.Destinations);

    /// <summary>The spool that is asked for; null (and reported) where a directory cannot be reached.</summary>
    /// <exception cref="UsageException">The arguments make no sense together.</exception>
    public SpoolOptions? Options(ParseResult arguments, IHost host, SpoolReport report, SpoolVariant variant)
    {
        int size = arguments.GetValue(batch);
        if (size is < 1 or > 10_000)
            throw new UsageException($"--batch {size}: expected 1 to 10000");
        DirectoryNames names = new(host.Files, report);
        if (names.Find(RawArguments.Path(arguments.GetValue(from)!), "spool") is not FilePath spool)
            return null;
        return names.FindQueues(spool, arguments.GetValue(to)!.Select(RawArguments.Path)) is { } queues
            ? new SpoolOptions(spool, queues, variant, size)
            : null;
    }
}
