using System.CommandLine;
using TwoDoors.Model.Spool;

namespace TwoDoors.Real.Cli;

/// <summary>The options that all spool commands share.</summary>
internal sealed class SpoolSwitches
{
    private static readonly string[] Names = ["f1", "f0", "f3", "f3l", "as-written", "as-written-generous"];

    private readonly Option<string> protocol = new("--protocol")
    {
        Description = "f1 (the default), f0, f3, f3l, as-written or as-written-generous. The last two lose mail.",
        DefaultValueFactory = _ => Names[0],
    };

    private readonly Option<bool> json = new("--json") { Description = "Print JSON: docs/twodoorsd-spool-1.md." };

    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Print errors only." };

    private readonly string command;

    /// <summary>Adds the options to a command.</summary>
    public SpoolSwitches(Command command)
    {
        this.command = command.Name;
        protocol.AcceptOnlyFromAmong(Names);
        command.Add(protocol);
        command.Add(json);
        command.Add(quiet);
    }

    /// <summary>The report that these options ask for.</summary>
    public SpoolReport Report(ParseResult arguments, Surroundings here) =>
        new(here, command, arguments.GetValue(json), arguments.GetValue(quiet));

    /// <summary>The protocol that these options ask for.</summary>
    public SpoolVariant Variant(ParseResult arguments) => arguments.GetValue(protocol) switch
    {
        "f0" => SpoolVariant.F0,
        "f3" => SpoolVariant.F3,
        "f3l" => SpoolVariant.F3L,
        "as-written" => SpoolVariant.AsWrittenLiteral,
        "as-written-generous" => SpoolVariant.AsWrittenGenerous,
        _ => SpoolVariant.F1,
    };
}
